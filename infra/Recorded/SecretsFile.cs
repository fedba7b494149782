using System.Text.Json;
using Hardening.Components;

namespace Hardening.Infra.Recorded;

/// <summary>Secrets and SealedSecrets as <c>kubectl get -o json</c> prints them, without any value: a file that holds values is refused.</summary>
internal static class SecretsFile
{
    /// <summary>The command that records what is read here. Annotations go too: kubectl keeps whole objects in one.</summary>
    public const string RecordedBy = "kubectl get secrets,sealedsecrets -A -o json | jq 'del(.items[].data, .items[].metadata.annotations)'";

    private const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    /// <summary>Types of Secrets that Helm and Kubernetes make.</summary>
    private static readonly string[] MadeTypes = ["helm.sh/release.v1", "kubernetes.io/service-account-token", "bootstrap.kubernetes.io/token"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="EnvironmentException">There is no such file.</exception>
    /// <exception cref="BadInputException">It holds something else, or values.</exception>
    public static RecordedSecrets Read(string path, string shown)
    {
        var recorded = RecordedList.Read(path, shown, RecordedBy, Read);
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
        secret.TryGetProperty("data", out var data) && data.ValueKind is JsonValueKind.Object && data.EnumerateObject().Any()
        || metadata.TryGetProperty("annotations", out var annotations) && annotations.ValueKind is JsonValueKind.Object && annotations.TryGetProperty(LastApplied, out _);

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
