namespace Crdgen.Reading;

/// <summary>References between the definitions of an OpenAPI v2 document.</summary>
internal static class References
{
    private const string Prefix = "#/definitions/";

    /// <summary>The definition that a <c>$ref</c> names.</summary>
    public static string Target(string reference) =>
        reference.StartsWith(Prefix, StringComparison.Ordinal) && reference.Length > Prefix.Length
            ? reference[Prefix.Length..]
            : throw new SchemaException("$ref", $"must be {Prefix} and a name, is '{reference}'");

    /// <summary>Refuses a definition that is a reference to itself, directly or by way of others.</summary>
    public static void RefuseCycles(IReadOnlyDictionary<string, Schema> definitions)
    {
        foreach (var (start, schema) in definitions)
        {
            var steps = 0;
            for (var next = schema; next.Ref is { } reference && definitions.TryGetValue(Target(reference), out var target); next = target)
            {
                if (++steps > definitions.Count)
                {
                    throw new SchemaException($"definitions.{start}", "is a reference that leads back to itself");
                }
            }
        }
    }
}
