using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hardening.Infra.Audit;

/// <summary>An audit as one JSON object.</summary>
internal static class AuditJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(AuditReport report)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
            Write(json, report);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static void Write(Utf8JsonWriter json, AuditReport report)
    {
        json.WriteStartObject();
        json.WriteString("stack", report.Stack);
        json.WriteString("asOf", report.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        WriteTexts(json, "recorded", report.Recorded);
        json.WriteStartArray("controls");
        foreach (var control in report.Controls)
        {
            json.WriteStartObject();
            json.WriteString("control", control.Control);
            json.WriteString("of", control.Unit);
            json.WriteNumber("judged", control.Judged);
            json.WriteNumber("passing", control.Passing);
            json.WriteNumber("refused", control.Refused);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var finding in report.Findings)
            WriteFinding(json, finding);
        json.WriteEndArray();
        WriteTexts(json, "notes", report.Notes);
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, AuditFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("control", finding.Control);
        json.WriteString("namespace", finding.Namespace);
        if (finding.Workload is not null)
            json.WriteString("workload", finding.Workload);
        json.WriteString("message", finding.Message);
        json.WriteString("fix", finding.Fix);
        if (finding.Rule is not null)
            json.WriteString("rule", finding.Rule);
        if (finding.Flows is { } flows)
            json.WriteNumber("flows", flows);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
