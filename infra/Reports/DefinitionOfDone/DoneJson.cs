using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hardening.Infra.Reports.DefinitionOfDone;

/// <summary>The report as one JSON object.</summary>
internal static class DoneJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(string stack, DateOnly asOf, IReadOnlyList<DoneLine> lines)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("stack", stack);
            json.WriteString("asOf", asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteBoolean("done", !lines.Any(line => line.IsOpen));
            WriteLines(json, lines);
            WriteSentences(json, lines);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static void WriteLines(Utf8JsonWriter json, IReadOnlyList<DoneLine> lines)
    {
        json.WriteStartArray("lines");
        foreach (var line in lines)
        {
            json.WriteStartObject();
            if (line.Namespace is not null)
                json.WriteString("namespace", line.Namespace);
            json.WriteString("control", line.Control);
            json.WriteString("state", DoneText.Word(line.State));
            json.WriteString(line.IsOpen ? "missing" : "evidence", line.Evidence);
            if (line.Mend is not null)
                json.WriteString("mend", line.Mend);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSentences(Utf8JsonWriter json, IReadOnlyList<DoneLine> lines)
    {
        json.WriteStartArray("sentences");
        foreach (var sentence in DoneSentence.All)
        {
            json.WriteStartObject();
            json.WriteString("document", sentence.Document);
            json.WriteString("sentence", sentence.Text);
            json.WriteBoolean("done", sentence.IsDone(lines));
            json.WriteString("namespaces", sentence.Count(lines));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
