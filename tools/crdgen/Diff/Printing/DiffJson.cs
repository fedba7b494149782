using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Crdgen.Diff.Printing;

/// <summary>Changes as JSON, with values in full.</summary>
internal static class DiffJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Print(IReadOnlyList<Change> changes)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteBoolean("breaksManifests", changes.Any(change => change.BreaksManifests));
            json.WriteBoolean("breaksCode", changes.Any(change => change.BreaksCode));
            json.WriteStartArray("changes");
            foreach (var change in changes)
            {
                Write(json, change);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, Change change)
    {
        json.WriteStartObject();
        json.WriteString("group", change.Group);
        json.WriteString("kind", change.Kind);
        json.WriteString("version", change.Version);
        json.WriteString("path", change.Path);
        json.WriteNumber("places", change.Places);
        json.WriteString("change", ChangeText.Type(change));
        json.WriteString("subject", change.Local.Subject);
        json.WriteString("old", change.Local.Old);
        json.WriteString("new", change.Local.New);
        json.WriteString("manifests", Word(change.Local.Manifests));
        json.WriteString("code", Word(change.Local.Code));
        if (change.Local.Note is { } note)
        {
            json.WriteString("note", note);
        }

        json.WriteEndObject();
    }

    private static string Word(Impact impact) => impact.ToString().ToLowerInvariant();
}
