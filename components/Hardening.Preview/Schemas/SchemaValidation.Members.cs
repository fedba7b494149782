using Hardening.Primitives;

namespace Hardening.Preview.Schemas;

/// <content>The members of objects: which there may be, and which there must be.</content>
internal sealed partial class SchemaValidation
{
    private void CheckMembers(CapturedValue value, SchemaNode schema, bool isRoot)
    {
        var keywords = schema.Keywords;
        var isObject = isRoot || keywords.IsEmbeddedResource;
        ScalarChecks.CheckCount(value.MemberSpan.Length, keywords.MinProperties, keywords.MaxProperties, "member(s)", _found);
        foreach (ref readonly var member in value.MemberSpan)
        {
            if (keywords.Properties is not null && keywords.Properties.TryGetValue(member.Name, out var property))
            {
                var isMetadata = isObject && _metadata is not null && member.Name == "metadata";
                CheckProperty(member, property, isMetadata);
            }
            else if (isObject && _metadata is not null && member.Name == "metadata")
            {
                CheckMember(member, _metadata);
            }
            else if (keywords.AdditionalProperties is { } additional)
            {
                CheckMember(member, additional);
            }
            else if (!IsAllowed(member.Name, schema, keywords, isObject))
            {
                AddUnknownField(member.Name, keywords);
            }
        }

        if (!isPatch)
        {
            CheckRequired(value, keywords, isRoot);
        }
    }

    private void CheckProperty(in CapturedMember member, SchemaNode property, bool isMetadata)
    {
        if (!isMetadata)
        {
            // The API server drops a null that the schema does not take, or puts the default in its place.
            if (member.Value.Kind != CapturedKind.Null || property.Keywords.Nullable)
            {
                CheckMember(member, property);
            }

            return;
        }

        CheckMember(member, _metadata!);
        if (property.Keywords.Properties is not null)
        {
            // A definition may say more about names; which fields metadata has is said above.
            _conditionDepth++;
            CheckMember(member, property);
            _conditionDepth--;
        }
    }

    private void CheckMember(in CapturedMember member, SchemaNode schema)
    {
        _found.Path.Push(member.Name);
        Check(member.Value, schema);
        _found.Path.Pop();
    }

    private bool IsAllowed(string name, SchemaNode schema, SchemaKeywords keywords, bool isObject)
    {
        if (keywords.PreservesUnknown || keywords.AllowsAdditional == true || (isObject && name is "apiVersion" or "kind" or "metadata"))
        {
            return true;
        }

        if (_conditionDepth > 0)
        {
            return keywords.AllowsAdditional is null;
        }

        return keywords.Properties is null && keywords.AllowsAdditional is null && (keywords.Type != "object" || !schema.Table.IsStrict || keywords.AllOf.Length > 0);
    }

    private void AddUnknownField(string name, SchemaKeywords keywords)
    {
        if (_found.Records())
        {
            var meant = keywords.Properties is null ? null : DidYouMean.Suggest(name, keywords.Properties.Keys);
            _found.AddAt(name, FindingIds.SchemaUnknownField, "the schema has no such field, so that the API server drops it", meant is null ? "remove it" : $"did you mean \"{meant}\"?");
        }
    }

    private void CheckRequired(CapturedValue value, SchemaKeywords keywords, bool isRoot)
    {
        foreach (var name in keywords.Required)
        {
            var property = keywords.Properties?.GetValueOrDefault(name)?.Keywords;
            if (property?.Default is null && (value[name] is not { } given || (given.Kind == CapturedKind.Null && property is { Nullable: false })))
            {
                AddRequired(name);
            }
        }

        // An object inside an object is recognised by these two; metadata it need not have.
        if (keywords.IsEmbeddedResource && !isRoot && _conditionDepth == 0)
        {
            CheckIdentity(value, "apiVersion", keywords);
            CheckIdentity(value, "kind", keywords);
        }
    }

    private void CheckIdentity(CapturedValue value, string name, SchemaKeywords keywords)
    {
        if (value[name] is not { } given)
        {
            if (!keywords.Required.AsSpan().Contains(name))
            {
                AddRequired(name);
            }
        }
        else if (!given.IsUnknown && given.Text is null or "" && _found.Records())
        {
            _found.AddAt(name, FindingIds.SchemaType, "must be a text that is not empty" + _found.Got(given), null);
        }
    }

    private void AddRequired(string name)
    {
        if (_found.Records())
        {
            _found.AddAt(name, FindingIds.SchemaRequired, "is required", "set it");
        }
    }
}
