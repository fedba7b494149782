using System.Buffers;
using System.Text;
using System.Text.Json;
using Hardening.Components;

namespace Hardening.Infra.Recorded.Workloads;

/// <summary>
/// Writes down what admission looks at in a pod and nothing else: equal pods give equal texts, so that the replicas of a workload are held once.
/// </summary>
internal static class PodText
{
    private const string AppArmor = "container.apparmor.security.beta.kubernetes.io/";

    private static readonly HashSet<string> OfSpecs = new(StringComparer.Ordinal)
    {
        "hostNetwork", "hostPID", "hostIPC", "hostUsers", "os", "overhead", "resources", "securityContext", "activeDeadlineSeconds", "priorityClassName",
    };

    private static readonly HashSet<string> OfContainers = new(StringComparer.Ordinal)
    {
        "name", "image", "resources", "securityContext", "ports", "livenessProbe", "readinessProbe", "startupProbe", "lifecycle", "restartPolicy",
    };

    private static readonly string[] ContainerLists = ["containers", "initContainers", "ephemeralContainers"];

    // One buffer for all pods of a recording.
    private static readonly ThreadLocal<ArrayBufferWriter<byte>> Buffer = new(() => new ArrayBufferWriter<byte>(16 * 1024));

    /// <param name="metadata">The pod's metadata, or its template's, where it has any.</param>
    /// <param name="spec">Its spec.</param>
    /// <exception cref="InvalidOperationException">They are no pod's.</exception>
    public static string Of(JsonElement? metadata, JsonElement spec)
    {
        var buffer = Buffer.Value!;
        buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteTexts(json, PodFacts.LabelsKey, metadata, key => !PassingLabels.Includes(key));
            WriteTexts(json, PodFacts.AnnotationsKey, metadata, key => key.StartsWith(AppArmor, StringComparison.Ordinal));
            json.WritePropertyName(PodFacts.SpecKey);
            WriteSpec(json, spec);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, JsonElement? owner, Func<string, bool> isKept)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in Facts.Texts(owner, name).Where(text => isKept(text.Key)).OrderBy(text => text.Key, StringComparer.Ordinal))
            json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static void WriteSpec(Utf8JsonWriter json, JsonElement spec)
    {
        json.WriteStartObject();
        foreach (var member in spec.EnumerateObject().Where(member => OfSpecs.Contains(member.Name)))
            member.WriteTo(json);
        WriteAffinity(json, Facts.Object(spec, "affinity"));
        foreach (var list in ContainerLists)
        {
            json.WriteStartArray(list);
            foreach (var container in Facts.Items(spec, list))
            {
                json.WriteStartObject();
                foreach (var member in container.EnumerateObject().Where(member => OfContainers.Contains(member.Name)))
                    member.WriteTo(json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteStartArray("volumes");
        foreach (var volume in Facts.Items(spec, "volumes"))
            WriteVolume(json, volume);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Quotas look at what ties pods to pods.</summary>
    private static void WriteAffinity(Utf8JsonWriter json, JsonElement? affinity)
    {
        json.WriteStartObject("affinity");
        foreach (var member in affinity?.EnumerateObject().Where(member => member.Name is "podAffinity" or "podAntiAffinity") ?? [])
            member.WriteTo(json);
        json.WriteEndObject();
    }

    private static void WriteVolume(Utf8JsonWriter json, JsonElement volume)
    {
        json.WriteStartObject();
        foreach (var member in volume.EnumerateObject())
        {
            // The token's volume has a name of its own in every pod; what is inside others says nothing to admission.
            if (member.Name is "name" or "image" or "hostPath" && !(member.Name is "name" && volume.TryGetProperty("projected", out _)))
            {
                member.WriteTo(json);
            }
            else if (member.Name is not "name" && member.Value.ValueKind is JsonValueKind.Object)
            {
                json.WriteStartObject(member.Name);
                json.WriteEndObject();
            }
        }

        json.WriteEndObject();
    }
}
