using System.Text;
using Hardening.Preview.Schemas;

namespace Hardening.Preview.Tests.Schemas;

/// <summary>One value held against one schema, both given as JSON.</summary>
internal static class Validated
{
    public const string Recursive = """{"D":{"type":"object","properties":{"a":{"$ref":"#/definitions/D"}}}}""";

    public static SchemaValidation By(string schema, string value, bool isPatch = false, bool isStrict = true, string definitions = Recursive)
        => By(schema, Objects.Value(value), isPatch, isStrict, definitions);

    public static SchemaValidation By(string schema, CapturedValue value, bool isPatch = false, bool isStrict = true, string definitions = Recursive)
    {
        var json = $$"""{"apiVersion":"example.com/v1","kind":"K","scope":"Namespaced","schema":{{schema}},"definitions":{{definitions}}}""";
        var validation = new SchemaValidation(isPatch);
        validation.Check(value, SchemaTable.Parse(Encoding.UTF8.GetBytes(json), isStrict).Root);
        return validation;
    }

    /// <summary>The problems of a value that is the member <c>a</c>.</summary>
    public static string Member(string schema, string value, bool isStrict = true)
        => Text(By($$$"""{"properties":{"a":{{{schema}}}}}""", $$"""{"a":{{value}}}""", isStrict: isStrict));

    public static string Text(SchemaValidation validation) => string.Join('|', validation.Problems.Select(static problem
        => (problem.Path.Length == 0 ? "" : problem.Path + ": ") + problem.Message + (problem.Fix is null ? "" : "; " + problem.Fix)));
}
