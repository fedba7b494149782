using System.Globalization;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Checks the exceptions of policies about images and tells which have expired.</summary>
internal static class ImageExceptionRules
{
    // Kubernetes allows 64 match conditions; one is for the excluded namespaces.
    private const int MostExceptions = 63;

    public static string NameOf(ImageExceptionArgs exception) => exception.Name ?? exception.Namespace ?? string.Empty;

    /// <summary>Checks a policy's exceptions.</summary>
    /// <param name="exceptions">The exceptions; may be absent.</param>
    /// <param name="engine">The policy's engine, known or not.</param>
    /// <param name="cluster">What the cluster has.</param>
    /// <param name="alternative">What to do instead of writing more exceptions than Kubernetes takes.</param>
    /// <param name="checkImage">Judges one entry of an exception's images that is well written.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(
        List<ImageExceptionArgs>? exceptions, string? engine, ClusterFactsArgs? cluster, string alternative, Action<TrustedRegistry, ProblemList> checkImage, ProblemList problems)
    {
        if (exceptions is null or { Count: 0 })
        {
            return;
        }

        CheckEngine(engine, cluster, problems);
        if (exceptions.Count > MostExceptions)
        {
            problems.Add("exceptions", null, "there are more than 63 exceptions, which Kubernetes does not take", $"{alternative}, or join exceptions");
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

            Check(exceptions[i], checkImage, here);
            if (!names.Add(NameOf(exceptions[i])))
            {
                here.Add("name", NameOf(exceptions[i]), "another exception has this name", "give each exception of a namespace a name of its own");
            }
        }
    }

    public static IEnumerable<Finding> Expired(List<ImageExceptionArgs>? exceptions, DateOnly asOf) =>
        (exceptions ?? [])
            .Select((exception, index) => (exception, path: string.Create(CultureInfo.InvariantCulture, $"exceptions[{index}]")))
            .Where(pair => Expiry.IsExpired(pair.exception?.Expires, asOf))
            .Select(pair => new Finding(
                pair.path,
                $"the exception for {NameOf(pair.exception)} expired on {pair.exception.Expires}; {pair.exception.Owner} decides: remove it, or renew it with a reason (so far: {pair.exception.Reason})"));

    private static void CheckEngine(string? engine, ClusterFactsArgs? cluster, ProblemList problems)
    {
        if (engine == PolicyEngine.KubernetesAdmissionPolicy || engine is null || !PolicyEngine.All.Contains(engine, StringComparer.Ordinal))
        {
            return;
        }

        if (cluster?.KyvernoPolicyExceptions != true)
        {
            problems.Add(
                "exceptions",
                null,
                "Kyverno's policy exceptions are switched off, so an exception would have no effect",
                $"set features.policyExceptions.enabled and .namespace in Kyverno's chart and state cluster.kyvernoPolicyExceptions and cluster.kyvernoExceptionNamespace, or use {PolicyEngine.KubernetesAdmissionPolicy}");
        }
        else if (KubernetesName.CheckLabel(cluster.KyvernoExceptionNamespace) is not null)
        {
            problems.Add(
                "exceptions",
                cluster.KyvernoExceptionNamespace,
                "Kyverno reads exceptions from one namespace, and the cluster facts do not name it",
                "state cluster.kyvernoExceptionNamespace as in features.policyExceptions.namespace of Kyverno's chart");
        }
    }

    private static void Check(ImageExceptionArgs exception, Action<TrustedRegistry, ProblemList> checkImage, ProblemList problems)
    {
        if (KubernetesName.CheckLabel(exception.Namespace) is { } message)
        {
            problems.Add("namespace", exception.Namespace, message, "name the namespace of the workloads");
        }

        if (exception.Name is not null && KubernetesName.CheckLabel(exception.Name) is { } nameMessage)
        {
            problems.Add("name", exception.Name, nameMessage, "write a short name such as legacy-scanner");
        }

        if (NameOf(exception).Length > PodPolicyRules.LongestName)
        {
            problems.Add("name", exception.Name, "the exception's name, else its namespace's, is longer than 53 characters", "name the exception shortly, such as legacy-scanner");
        }

        ExemptionArgs.CheckReasoned(exception.Reason, exception.Owner, exception.Expires, problems);
        for (var i = 0; i < exception.Images?.Count; i++)
        {
            var place = problems.At("images").At(i);
            if (TrustedRegistry.Read(exception.Images[i], place, string.Empty) is { } entry)
            {
                checkImage(entry, place);
            }
        }

        if (!string.IsNullOrEmpty(exception.Selector) && !LabelSelector.TryParse(exception.Selector, out _, out var error))
        {
            problems.Add("selector", exception.Selector, $"is no label selector: {error}", "write it as kubectl -l reads it: app=web,tier in (a,b)");
        }

        if (exception.Images is null or { Count: 0 } && string.IsNullOrEmpty(exception.Selector))
        {
            problems.Warn(string.Empty, $"every pod of namespace {exception.Namespace} may use any image; name images or a selector");
        }
    }
}
