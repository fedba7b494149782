using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hardening.Preview;

/// <summary>
/// A preview as one JSON object: <c>project</c>, <c>stack</c>, <c>resources</c> (each <c>type</c>, <c>name</c>, <c>urn</c>, <c>parent</c>, <c>inputs</c>, <c>dependsOn</c>; parents and
/// dependencies are URNs), <c>warnings</c>, <c>errors</c> and <c>notes</c>. A secret is the string <c>[secret]</c>, an unknown value <c>[unknown]</c>.
/// </summary>
public static class PreviewJson
{
    private const string Secret = "[secret]";
    private const string Unknown = "[unknown]";

    /// <summary>Writes the object, indented, without a line feed at its end.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="stack">The captured stack.</param>
    /// <param name="findings">The findings, those of the stack itself included where they are wanted.</param>
    public static void Write(IBufferWriter<byte> output, CapturedStack stack, IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(stack);
        ArgumentNullException.ThrowIfNull(findings);
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("project"u8, stack.Project);
        json.WriteString("stack"u8, stack.Stack);
        json.WritePropertyName("resources"u8);
        WriteResources(json, stack.Resources);
        var all = findings.ToList();
        WriteFindings(json, "warnings", all, FindingSeverity.Warning);
        WriteFindings(json, "errors", all, FindingSeverity.Error);
        WriteFindings(json, "notes", all, FindingSeverity.Info);
        json.WriteEndObject();
    }

    /// <summary>Writes resources as an array, each as in the whole object: for programs that compose an object of their own.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="resources">The resources.</param>
    public static void WriteResources(Utf8JsonWriter json, IEnumerable<CapturedResource> resources)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(resources);
        json.WriteStartArray();
        foreach (var resource in resources)
        {
            WriteResource(json, resource);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a value; secrets and unknown values by their markers.</summary>
    internal static void WriteValue(Utf8JsonWriter json, CapturedValue value)
    {
        if (value.IsSecret)
        {
            json.WriteStringValue(Secret);
            return;
        }

        switch (value.Kind)
        {
            case CapturedKind.Text:
                json.WriteStringValue(value.Text);
                break;
            case CapturedKind.Number:
                WriteNumber(json, value.Number);
                break;
            case CapturedKind.Boolean:
                json.WriteBooleanValue(value.Boolean);
                break;
            case CapturedKind.List:
                json.WriteStartArray();
                foreach (var item in value.ItemSpan)
                {
                    WriteValue(json, item);
                }

                json.WriteEndArray();
                break;
            case CapturedKind.Map:
                json.WriteStartObject();
                foreach (ref readonly var member in value.MemberSpan)
                {
                    json.WritePropertyName(member.Name);
                    WriteValue(json, member.Value);
                }

                json.WriteEndObject();
                break;
            case CapturedKind.Unknown:
                json.WriteStringValue(Unknown);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, double number)
    {
        if (!double.IsFinite(number))
        {
            // JSON has no such number; the checks report it.
            json.WriteNullValue();
        }
        else if (Math.Abs(number) < 9e18 && Math.Truncate(number) == number)
        {
            json.WriteNumberValue((long)number);
        }
        else
        {
            json.WriteNumberValue(number);
        }
    }

    private static void WriteResource(Utf8JsonWriter json, CapturedResource resource)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, resource.Type);
        json.WriteString("name"u8, resource.Name);
        json.WriteString("urn"u8, resource.Urn);
        if (resource.Parent is { } parent)
        {
            json.WriteString("parent"u8, parent.Urn);
        }
        else
        {
            json.WriteNull("parent"u8);
        }

        if (resource.IsRead)
        {
            json.WriteString("read"u8, resource.ReadId ?? Unknown);
        }

        WriteFlag(json, "patch"u8, resource.IsPatch);
        WriteFlag(json, "protect"u8, resource.Protect);
        WriteFlag(json, "retainOnDelete"u8, resource.RetainOnDelete);
        json.WritePropertyName("inputs"u8);
        WriteValue(json, resource.Inputs);
        json.WriteStartArray("dependsOn"u8);
        foreach (var dependency in resource.DependsOn)
        {
            json.WriteStringValue(dependency.Urn);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFlag(Utf8JsonWriter json, ReadOnlySpan<byte> name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, value);
        }
    }

    private static void WriteFindings(Utf8JsonWriter json, string name, List<Finding> findings, FindingSeverity severity)
    {
        json.WriteStartArray(name);
        foreach (var finding in findings.Where(finding => finding.Severity == severity))
        {
            json.WriteStartObject();
            json.WriteString("id"u8, finding.Id);
            json.WriteString("resource"u8, finding.Resource);
            json.WriteString("path"u8, finding.Path);
            json.WriteString("message"u8, finding.Message);
            json.WriteString("fix"u8, finding.Fix);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
