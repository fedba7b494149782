namespace Hardening.Components;

/// <summary>Keys that the API server asks of the built-in types of Secrets (<c>ValidateSecret</c> of k8s.io/kubernetes): the controller could not create a Secret without them.</summary>
internal static class SecretTypeRules
{
    private static readonly Dictionary<string, string[]> AllOf = new(StringComparer.Ordinal)
    {
        ["kubernetes.io/dockercfg"] = [".dockercfg"],
        ["kubernetes.io/dockerconfigjson"] = [".dockerconfigjson"],
        ["kubernetes.io/ssh-auth"] = ["ssh-privatekey"],
        ["kubernetes.io/tls"] = ["tls.crt", "tls.key"],
    };

    public static void Check(string? type, IReadOnlyCollection<string> keys, ProblemList problems)
    {
        if (type is null)
        {
            return;
        }

        if (type is "kubernetes.io/service-account-token")
        {
            problems.Add("type", type, "is made by Kubernetes for a service account, never from values", "leave the secret out");
        }
        else if (type is "kubernetes.io/basic-auth" && !keys.Contains("username", StringComparer.Ordinal) && !keys.Contains("password", StringComparer.Ordinal))
        {
            problems.Add("type", type, "needs the key username or password", "add one, or leave the type out");
        }
        else if (AllOf.TryGetValue(type, out var needed) && needed.Except(keys, StringComparer.Ordinal).ToList() is { Count: > 0 } missing)
        {
            problems.Add("type", type, $"needs the key {string.Join(" and ", missing)}", "add it, or leave the type out");
        }
    }
}
