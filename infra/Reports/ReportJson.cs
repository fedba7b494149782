using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hardening.Preview;

namespace Hardening.Infra.Reports;

/// <summary>
/// A preview as one JSON object. Parents and dependencies are URNs, as an engine would give them. Where a value is secret stands
/// <c>[secret]</c>, where it is not known before the deployment <c>[unknown]</c>.
/// </summary>
internal static class ReportJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(PreviewReport report)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
            Write(json, report);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static void Write(Utf8JsonWriter json, PreviewReport report)
    {
        json.WriteStartObject();
        json.WriteString("project", report.Project);
        json.WriteString("stack", report.Stack);
        json.WritePropertyName("resources");
        PreviewJson.WriteResources(json, report.Resources);
        WriteControls(json, report.Controls);
        WriteNotices(json, "notes", report.Notes);
        WriteNotices(json, "warnings", report.Warnings);
        WriteNotices(json, "findings", report.Findings);
        WriteNotices(json, "errors", report.Errors);
        json.WriteEndObject();
    }

    private static void WriteControls(Utf8JsonWriter json, IReadOnlyList<ControlSummary> controls)
    {
        json.WriteStartArray("controls");
        foreach (var control in controls)
        {
            json.WriteStartObject();
            json.WriteString("control", control.Control);
            json.WriteString("mode", control.Modes);
            json.WriteNumber("objects", control.Objects);
            if (control.Namespaces is { } namespaces)
                json.WriteNumber("namespaces", namespaces);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNotices(Utf8JsonWriter json, string name, IReadOnlyList<Notice> notices)
    {
        json.WriteStartArray(name);
        foreach (var notice in notices)
        {
            json.WriteStartObject();
            if (notice.Place is not null)
                json.WriteString("place", notice.Place);
            if (notice.Resource is not null)
                json.WriteString("resource", notice.Resource);
            if (notice.Path is not null)
                json.WriteString("path", notice.Path);
            json.WriteString("message", notice.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
