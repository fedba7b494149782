using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hardening.Infra.Reports;

namespace Hardening.Infra.Sizing;

/// <summary>What <c>hardening sizing</c> says.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="FileName">The stack file.</param>
/// <param name="Source">Where the recommendations came from.</param>
/// <param name="Proposal">What is proposed.</param>
/// <param name="Totals">The sums of the quotas.</param>
/// <param name="Problems">Why the numbers cannot be written; empty when they can.</param>
/// <param name="Written">Whether they were.</param>
internal sealed record SizingReport(
    string Stack,
    string FileName,
    string Source,
    SizingProposal Proposal,
    IReadOnlyList<SizingTotal> Totals,
    IReadOnlyList<string> Problems,
    bool Written)
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ToText()
    {
        var text = new StringBuilder();
        var invariant = CultureInfo.InvariantCulture;
        text.Append(invariant, $"Sizing {Stack}: {Proposal.Used} of {Proposal.Recommendations} recommendations of {Source} are usable.\n");
        if (Proposal.Changes.Count > 0)
        {
            text.Append('\n');
            TextTable.Write(text, [["Namespace", "Number", "Old", "New", "Why"], .. Proposal.Changes.Select(change => new[] { change.Namespace, change.Number, change.Old, change.New, change.Why })], "    ");
            text.Append('\n');
            foreach (var total in Totals)
                text.Append(invariant, $"{total.Resource} of all quotas: {total.Old} → {total.New} of {total.Bound}\n");
        }

        if (Proposal.Skipped.Count > 0)
        {
            text.Append(invariant, $"\nLeft out of account ({Proposal.Skipped.Count}):\n");
            foreach (var skip in Proposal.Skipped)
                text.Append(invariant, $"    {skip.Subject}: {skip.Reason}\n");
        }

        if (Proposal.Notes.Count > 0)
        {
            text.Append(invariant, $"\nNotes ({Proposal.Notes.Count}):\n");
            foreach (var note in Proposal.Notes)
                text.Append(invariant, $"    {note}\n");
        }

        return text.Append('\n').Append(Verdict()).Append('\n').ToString();
    }

    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
            Write(json);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private string Verdict()
    {
        var count = Proposal.Changes.Count;
        if (count == 0)
            return $"{FileName} needs no change.";
        var changes = count == 1 ? "1 number" : string.Create(CultureInfo.InvariantCulture, $"{count} numbers");
        return Written ? $"Wrote {changes} to {FileName}." : Problems.Count > 0 ? $"{changes} would make a plan that is refused." : $"{changes} would change; --write puts {(count == 1 ? "it" : "them")} into {FileName}.";
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("stack", Stack);
        json.WriteBoolean("written", Written);
        json.WriteNumber("recommendations", Proposal.Recommendations);
        json.WriteNumber("usable", Proposal.Used);
        Rows(json, "changes", Proposal.Changes, change => [("namespace", change.Namespace), ("number", change.Number), ("old", change.Old), ("new", change.New), ("why", change.Why)]);
        Rows(json, "totals", Totals, total => [("resource", total.Resource), ("old", total.Old), ("new", total.New), ("bound", total.Bound)]);
        Rows(json, "skipped", Proposal.Skipped, skip => [("subject", skip.Subject), ("reason", skip.Reason)]);
        Texts(json, "notes", Proposal.Notes);
        Texts(json, "errors", Problems);
        json.WriteEndObject();
    }

    private static void Rows<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> rows, Func<T, (string Name, string Value)[]> members)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            foreach (var (member, value) in members(row))
                json.WriteString(member, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
