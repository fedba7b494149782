using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hardening.Infra.Plans.Schemas;

/// <summary>What holds where the plan leaves a member out: the initial value of the argument, or what its documentation says in the words that all of it uses.</summary>
internal static partial class MemberDefault
{
    /// <summary>The default; null where there is none, or where it depends on something.</summary>
    public static JsonNode? Of(MemberShape member, IReadOnlyList<Type> types, string key, string description)
    {
        if (member.Kind is MemberKind.Bool)
            return Initial(types, key) is bool initial ? initial : Stated(Flag(), description) is { } flag ? JsonValue.Create(flag is "true" or "True") : null;
        if (member.Kind is MemberKind.Number or MemberKind.Integer)
            return double.TryParse(Stated(Value(), description), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null;
        if (member.Kind is not (MemberKind.Text or MemberKind.TextOrInteger))
            return null;
        var text = Initial(types, key) as string ?? Stated(Value(), description);
        return text is null || types.Any(type => TypeDocs.MemberOf(type, text) is not null) || member.Choices?.Contains(text, StringComparer.Ordinal) == false ? null : JsonValue.Create(text);
    }

    private static object? Initial(IReadOnlyList<Type> types, string key)
    {
        foreach (var type in types)
        {
            if (TypeDocs.MemberOf(type, key) is { } property && type.GetConstructor(System.Type.EmptyTypes) is { } constructor)
                return property.GetValue(constructor.Invoke(null));
        }

        return null;
    }

    private static string? Stated(Regex words, string description) => words.Match(description) is { Success: true } match ? match.Groups["value"].Value : null;

    [GeneratedRegex(@"`(?<value>[^`]+)`,? (?:by default|\((?:the )?default\))|Default: `(?<value>[^`]+)`[.;]|Default: (?<value>[0-9.]+)[.;]", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Value();

    [GeneratedRegex(@"\b(?<value>[Tt]rue|[Ff]alse)`?,? (?:by default|\(the default\))", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Flag();
}
