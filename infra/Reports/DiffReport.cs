using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hardening.Infra.Comparing;

namespace Hardening.Infra.Reports;

/// <summary>What <c>hardening diff</c> shows.</summary>
/// <param name="A">The first stack's name.</param>
/// <param name="B">The second stack's.</param>
/// <param name="Found">Where they differ.</param>
internal sealed record DiffReport(string A, string B, PlanDifferences Found)
{
    private const string Absent = "-";

    /// <summary>What a cell of the table shows of a value; JSON has all of it.</summary>
    private const int Longest = 60;

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A table for people.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        if (Found.Differences.Count == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{A} and {B} are the same plan.\n");
        }
        else
        {
            text.Append(CultureInfo.InvariantCulture, $"Comparing {A} with {B}:\n\n");
            TextTable.Write(text, [["Control", "Namespace", "Key", A, B, "Stricter"], .. Found.Differences.Select(Row)], "    ");
            text.Append('\n').Append(Summary()).Append('\n');
        }

        foreach (var path in Found.Incomparable)
            text.Append(CultureInfo.InvariantCulture, $"not compared: {path} is encrypted in both\n");
        return text.ToString();
    }

    /// <summary>The same as one JSON object.</summary>
    public string Json()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("a", A);
            json.WriteString("b", B);
            json.WriteStartArray("differences");
            foreach (var difference in Found.Differences)
                Write(json, difference);
            json.WriteEndArray();
            json.WriteStartArray("incomparable");
            foreach (var path in Found.Incomparable)
                json.WriteStringValue(path);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static void Write(Utf8JsonWriter json, Difference difference)
    {
        json.WriteStartObject();
        json.WriteString("path", difference.Path);
        json.WriteString("control", difference.Control);
        json.WriteString("namespace", difference.Namespace);
        json.WriteString("key", difference.Key);
        json.WriteString("a", difference.A);
        json.WriteString("b", difference.B);
        json.WriteString("stricter", Name(difference.Stricter, "a", "b"));
        json.WriteString("reason", difference.Reason);
        json.WriteEndObject();
    }

    private string[] Row(Difference difference) =>
    [
        difference.Control ?? Absent, difference.Namespace ?? Absent, difference.Key, Short(difference.A), Short(difference.B), $"{Name(difference.Stricter, A, B)} ({difference.Reason})",
    ];

    private static string Short(string? value) => value switch { null => Absent, { Length: > Longest } => value[..(Longest - 1)] + "…", _ => value };

    private string Summary()
    {
        var count = Found.Differences.Count;
        var parts = Found.Differences.GroupBy(difference => difference.Stricter).OrderBy(group => group.Key).Select(group => group.Key switch
        {
            Stricter.A => string.Create(CultureInfo.InvariantCulture, $"{A} is stricter in {group.Count()}"),
            Stricter.B => string.Create(CultureInfo.InvariantCulture, $"{B} is stricter in {group.Count()}"),
            Stricter.Same => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} as strict"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} not judged"),
        });
        return string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "difference" : "differences")}: {string.Join(", ", parts)}.");
    }

    private static string Name(Stricter stricter, string a, string b) => stricter switch
    {
        Stricter.A => a,
        Stricter.B => b,
        Stricter.Same => "same",
        _ => "unknown",
    };
}
