using System.Globalization;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Checks the exceptions of <see cref="RegistryAllowlist"/> and tells which have expired.</summary>
internal static class RegistryExceptionRules
{
    // Kubernetes allows 64 match conditions; one is for the excluded namespaces.
    private const int MostExceptions = 63;

    // The name is part of names that may have 63 characters.
    private const int LongestName = 53;

    public static string NameOf(RegistryExceptionArgs exception) => exception.Name ?? exception.Namespace ?? string.Empty;

    public static void Check(RegistryAllowlistArgs args, List<TrustedRegistry> trusted, ProblemList problems)
    {
        var exceptions = args.Exceptions ?? [];
        if (exceptions.Count == 0)
        {
            return;
        }

        CheckEngine(args, problems);
        if (exceptions.Count > MostExceptions)
        {
            problems.Add("exceptions", null, "there are more than 63 exceptions, which Kubernetes does not take", "trust the registry, or join exceptions");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < exceptions.Count; i++)
        {
            var here = problems.At("exceptions").At(i);
            if (exceptions[i] is null)
            {
                here.Add(string.Empty, null, "the exception is missing", "write it or remove the entry");
                continue;
            }

            Check(exceptions[i], trusted, here);
            if (!names.Add(NameOf(exceptions[i])))
            {
                here.Add("name", NameOf(exceptions[i]), "another exception has this name", "give each exception of a namespace a name of its own");
            }
        }
    }

    public static IEnumerable<Finding> Expired(RegistryAllowlistArgs args, DateOnly asOf) =>
        (args.Exceptions ?? [])
            .Select((exception, index) => (exception, path: string.Create(CultureInfo.InvariantCulture, $"exceptions[{index}]")))
            .Where(pair => Expiry.IsExpired(pair.exception?.Expires, asOf))
            .Select(pair => new Finding(
                pair.path,
                $"the exception for {NameOf(pair.exception)} expired on {pair.exception.Expires}; {pair.exception.Owner} decides: remove it, or renew it with a reason (so far: {pair.exception.Reason})"));

    private static void CheckEngine(RegistryAllowlistArgs args, ProblemList problems)
    {
        if (args.Engine == PolicyEngine.KubernetesAdmissionPolicy || args.Engine is null || !PolicyEngine.All.Contains(args.Engine, StringComparer.Ordinal))
        {
            return;
        }

        if (args.Cluster?.KyvernoPolicyExceptions != true)
        {
            problems.Add(
                "exceptions",
                null,
                "Kyverno's policy exceptions are switched off, so an exception would have no effect",
                $"set features.policyExceptions.enabled and .namespace in Kyverno's chart and state cluster.kyvernoPolicyExceptions and cluster.kyvernoExceptionNamespace, or use {PolicyEngine.KubernetesAdmissionPolicy}");
        }
        else if (KubernetesName.CheckLabel(args.Cluster.KyvernoExceptionNamespace) is not null)
        {
            problems.Add(
                "exceptions",
                args.Cluster.KyvernoExceptionNamespace,
                "Kyverno reads exceptions from one namespace, and the cluster facts do not name it",
                "state cluster.kyvernoExceptionNamespace as in features.policyExceptions.namespace of Kyverno's chart");
        }
    }

    private static void Check(RegistryExceptionArgs exception, List<TrustedRegistry> trusted, ProblemList problems)
    {
        if (KubernetesName.CheckLabel(exception.Namespace) is { } message)
        {
            problems.Add("namespace", exception.Namespace, message, "name the namespace of the workloads");
        }

        if (exception.Name is not null && KubernetesName.CheckLabel(exception.Name) is { } nameMessage)
        {
            problems.Add("name", exception.Name, nameMessage, "write a short name such as legacy-scanner");
        }

        if (NameOf(exception).Length > LongestName)
        {
            problems.Add("name", exception.Name, "the exception's name, else its namespace's, is longer than 53 characters", "name the exception shortly, such as legacy-scanner");
        }

        ExemptionArgs.CheckReasoned(exception.Reason, exception.Owner, exception.Expires, problems);
        CheckImages(exception, trusted, problems);
        if (!string.IsNullOrEmpty(exception.Selector) && !LabelSelector.TryParse(exception.Selector, out _, out var error))
        {
            problems.Add("selector", exception.Selector, $"is no label selector: {error}", "write it as kubectl -l reads it: app=web,tier in (a,b)");
        }

        if (exception.Images is null or { Count: 0 } && string.IsNullOrEmpty(exception.Selector))
        {
            problems.Warn(string.Empty, $"every pod of namespace {exception.Namespace} may use any image; name images or a selector");
        }
    }

    private static void CheckImages(RegistryExceptionArgs exception, List<TrustedRegistry> trusted, ProblemList problems)
    {
        for (var i = 0; i < exception.Images?.Count; i++)
        {
            var here = problems.At("images").At(i);
            var entry = TrustedRegistry.Read(exception.Images[i], here, string.Empty);
            if (entry is not null && trusted.Exists(other => other.Covers(entry.Prefix)))
            {
                here.Warn(string.Empty, $"{entry.Prefix} is trusted already: the exception is not needed");
            }
        }
    }
}
