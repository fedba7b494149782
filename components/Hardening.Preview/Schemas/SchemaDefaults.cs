namespace Hardening.Preview.Schemas;

/// <summary>
/// What the API server makes of an object before it validates it: a null that its schema does not take is gone, and defaults stand where nothing
/// does (apiextensions-apiserver: pruning of nulls, defaulting). The object itself stays as it is; only what is changed is copied.
/// </summary>
internal sealed class SchemaDefaults
{
    // A definition may have itself as a default; no real object is given nearly as many.
    private const int MaximumAdded = 10_000;
    private const int MaximumDepth = 400;

    private int _added;

    public CapturedValue Apply(CapturedValue value, SchemaNode schema) => Apply(value, schema, 0);

    private CapturedValue Apply(CapturedValue value, SchemaNode schema, int depth)
    {
        var result = depth == MaximumDepth ? value
            : value.Kind == CapturedKind.Map ? ApplyToMembers(value, schema.Keywords, depth)
            : value.Kind == CapturedKind.List && schema.Keywords.Items is { } items ? ApplyToItems(value, items, depth)
            : value;
        return value.IsSecret ? result.AsSecret() : result;
    }

    private CapturedValue ApplyToMembers(CapturedValue value, SchemaKeywords keywords, int depth)
    {
        List<CapturedMember>? changed = null;
        for (var i = 0; i < value.MemberSpan.Length; i++)
        {
            var (name, given) = value.MemberSpan[i];
            var property = keywords.Properties?.GetValueOrDefault(name);
            var isGone = property is not null && IsAbsent(given, property.Keywords);
            var result = !isGone && (property ?? keywords.AdditionalProperties) is { } schema ? Apply(given, schema, depth + 1) : given;
            if (isGone || !ReferenceEquals(result, given))
            {
                changed ??= [.. value.MemberSpan[..i]];
            }

            if (!isGone)
            {
                changed?.Add(new CapturedMember(name, result));
            }
        }

        foreach (var (name, property) in keywords.DefaultedProperties)
        {
            if (property.Keywords.Default is { } added && IsAbsent(value[name], property.Keywords) && _added++ < MaximumAdded)
            {
                (changed ??= [.. value.MemberSpan]).Add(new CapturedMember(name, Apply(added, property, depth + 1)));
            }
        }

        return changed is null ? value : CapturedValue.FromMembers([.. changed]);
    }

    private CapturedValue ApplyToItems(CapturedValue value, SchemaNode schema, int depth)
    {
        CapturedValue[]? changed = null;
        for (var i = 0; i < value.ItemSpan.Length; i++)
        {
            var given = Apply(value.ItemSpan[i], schema, depth + 1);
            if (!ReferenceEquals(given, value.ItemSpan[i]))
            {
                (changed ??= value.ItemSpan.ToArray())[i] = given;
            }
        }

        return changed is null ? value : CapturedValue.FromItems(changed);
    }

    private static bool IsAbsent(CapturedValue? value, SchemaKeywords keywords) => value is null || (value.Kind == CapturedKind.Null && !keywords.Nullable);
}
