using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>The checks of <see cref="SecretRotationArgs"/>.</summary>
internal static class SecretRotationChecks
{
    private static readonly string[] Modes = [Rollout.Off, Rollout.Enforce];

    public static void Check(SecretRotationArgs args, ProblemList problems)
    {
        ModeRules.Check(args.Mode, Modes, "mode", problems);
        if (KubernetesName.CheckLabel(args.Namespace) is { } space)
        {
            problems.Add("namespace", args.Namespace, space, "write the namespace of the workload");
        }

        if (KubernetesName.CheckSubdomain(args.Workload) is { } workload)
        {
            problems.Add("workload", args.Workload, workload, "write the workload's name");
        }

        if (args.Kind is not null)
        {
            Choice.Check(args.Kind, WorkloadKind.All, problems, "kind");
        }

        if (args.Method is not null && Choice.Check(args.Method, RotationMethod.All, problems, "method") && args.Method == RotationMethod.Reloader && args.Cluster?.ReloaderVersion is null)
        {
            problems.Add("method", args.Method, "needs Reloader, and the cluster's version of it is not stated", "state cluster.reloaderVersion, or use method Checksum");
        }

        if (args.Secrets is null or { Count: 0 })
        {
            problems.Add("secrets", null, "no secret is named", "name those that the workload reads");
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < args.Secrets.Count; index++)
        {
            CheckSecret(args.Secrets[index], args.Method, seen, problems.At("secrets").At(index));
        }
    }

    private static void CheckSecret(RotatedSecretArgs? secret, string? method, HashSet<string> seen, ProblemList problems)
    {
        if (secret is null)
        {
            problems.Add(string.Empty, null, "the entry is missing", "write it or remove the entry");
            return;
        }

        if (KubernetesName.CheckSubdomain(secret.Name) is { } message)
        {
            problems.Add("name", secret.Name, message, "write the name of the secret");
        }
        else if (!seen.Add(secret.Name!))
        {
            problems.Add("name", secret.Name, "is named twice", "remove one of the two");
        }

        if (secret.Checksum is null && (method ?? RotationMethod.Checksum) == RotationMethod.Checksum)
        {
            problems.Add("checksum", null, "is missing: a change of a secret that is not sealed here cannot be seen here", "use method Reloader, which watches the secret itself");
        }
    }
}
