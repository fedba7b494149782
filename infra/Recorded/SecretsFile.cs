using System.Text.Json;
using Hardening.Components;
using Hardening.Infra.Commands;

namespace Hardening.Infra.Recorded;

/// <summary>Secrets and SealedSecrets as <c>kubectl get -o json</c> prints them, without any value: a file that holds values is refused.</summary>
internal static class SecretsFile
{
    /// <summary>The command that records what is read here. Annotations go too: kubectl keeps whole objects in one.</summary>
    public const string RecordedBy = "kubectl get secrets,sealedsecrets -A -o json | jq 'del(.items[].data, .items[].metadata.annotations)'";

    /// <summary>Annotations in which kubectl, kapp and Rancher keep whole objects.</summary>
    private static readonly string[] Copies = ["kubectl.kubernetes.io/last-applied-configuration", "kapp.k14s.io/original", "objectset.rio.cattle.io/applied"];

    /// <summary>Types of Secrets that Helm and Kubernetes make.</summary>
    private static readonly string[] MadeTypes = ["helm.sh/release.v1", "kubernetes.io/service-account-token", "bootstrap.kubernetes.io/token"];

    /// <summary>Reads a file, or standard input.</summary>
    /// <exception cref="EnvironmentException">There is no such file.</exception>
    /// <exception cref="BadInputException">It holds something else, or values.</exception>
    public static RecordedSecrets Read(string shown, Terminal terminal)
    {
        var recorded = RecordedList.Read(shown, RecordedBy, terminal, Read);
        return recorded ?? throw new BadInputException(new Problem("--facts", shown, "holds values of secrets", $"remove the file, and record it without them: {RecordedBy}"));
    }

    private static RecordedSecrets? Read(IEnumerable<JsonElement> items)
    {
        var secrets = new List<RecordedSecret>();
        var unsealed = new Dictionary<(string, string), string?>();
        foreach (var item in items)
        {
            var metadata = item.GetProperty("metadata");
            var name = (metadata.GetProperty("namespace").GetString()!, metadata.GetProperty("name").GetString()!);
            switch (item.GetProperty("kind").GetString())
            {
                case "Secret" when HoldsValues(item, metadata):
                    return null;
                case "Secret":
                    secrets.Add(new RecordedSecret(name.Item1, name.Item2, RecordedList.Items(metadata, "ownerReferences").Any() || IsMade(item, metadata)));
                    break;
                case "SealedSecret":
                    unsealed[name] = Failure(item);
                    break;
            }
        }

        return new RecordedSecrets(secrets, unsealed);
    }

    private static bool HoldsValues(JsonElement secret, JsonElement metadata) =>
        Members(secret, "data").Any() || Members(secret, "stringData").Any() || Members(metadata, "annotations").Any(annotation => Copies.Contains(annotation.Name, StringComparer.Ordinal));

    private static JsonElement.ObjectEnumerator Members(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var map) && map.ValueKind is JsonValueKind.Object ? map.EnumerateObject() : default;

    private static bool IsMade(JsonElement secret, JsonElement metadata) =>
        MadeTypes.Contains(RecordedList.Text(secret, "type"), StringComparer.Ordinal)
        || (metadata.TryGetProperty("labels", out var labels) && labels.ValueKind is JsonValueKind.Object
            && (RecordedList.Text(labels, "app.kubernetes.io/managed-by") is "Helm" || RecordedList.Text(labels, "controller.cert-manager.io/fao") is "true"));

    /// <summary>Why the controller did not unseal it last; null where it did.</summary>
    private static string? Failure(JsonElement item)
    {
        var synced = item.TryGetProperty("status", out var status)
            ? RecordedList.Items(status, "conditions").FirstOrDefault(condition => RecordedList.Text(condition, "type") is "Synced")
            : default;
        if (synced.ValueKind is not JsonValueKind.Object)
            return "the controller has not looked at it";
        return RecordedList.Text(synced, "status") is "True" ? null : RecordedList.Text(synced, "message") ?? "the controller gives no reason";
    }
}
