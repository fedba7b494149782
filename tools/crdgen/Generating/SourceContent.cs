using Crdgen.Reading;

namespace Crdgen.Generating;

/// <summary>What a file has for crdgen, at a glance.</summary>
internal static class SourceContent
{
    private const int NamedGroups = 60;

    /// <summary>Whether it is worth to read a file that happens to lie in a folder.</summary>
    public static bool MayHoldSchemas(ReadOnlySpan<byte> text, bool openApi) =>
        IsOpenApi(text) ? openApi : text.IndexOf("CustomResourceDefinition"u8) >= 0;

    /// <summary>How to choose among the kinds of an OpenAPI document.</summary>
    public static string Choose(IReadOnlyList<KindSchema> kinds, bool isPlanned)
    {
        var versions = kinds
            .GroupBy(kind => kind.ApiVersion, StringComparer.Ordinal)
            .OrderBy(version => version.Key, StringComparer.Ordinal)
            .Select(version => $"{version.Key} ({version.Select(kind => kind.Kind).Distinct(StringComparer.Ordinal).Count()})")
            .ToList();
        var more = versions.Count > NamedGroups ? ", …" : "";
        var how = isPlanned ? "name the kinds to take from it under kinds in the plan" : "choose some with --kind, such as --kind 'apps/v1/*' or --kind v1/ConfigMap";
        return $"is an OpenAPI document with {kinds.Count} kinds; {how}. It has {string.Join(", ", versions.Take(NamedGroups))}{more}";
    }

    private static bool IsOpenApi(ReadOnlySpan<byte> text) =>
        text.TrimStart(" \r\n\t"u8) is [(byte)'{', ..] && text.IndexOf("\"swagger\""u8) >= 0 && text.IndexOf("\"definitions\""u8) >= 0 && text.IndexOf("\"paths\""u8) >= 0;
}
