using System.Globalization;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>The checks of a <see cref="HardenedNamespaceArgs"/> beyond limits and quota: name, labels, exemptions, egress.</summary>
internal static class NamespaceRules
{
    /// <summary>Namespaces that Kubernetes itself makes.</summary>
    private static readonly string[] Always = ["default", "kube-system", "kube-public", "kube-node-lease"];

    public static void Check(HardenedNamespaceArgs args, ProblemList problems)
    {
        CheckName(args, problems);
        if (args.Force && !args.Adopt)
        {
            problems.Add("force", "true", "force concerns the fields of an adopted namespace", "set adopt, or remove force");
        }

        CheckExemptions(args, problems.At("exemptions"));
        if (Known.TryGet(args.Labels, out var labels))
        {
            CheckLabels(labels, problems.At("labels"), Known.IsSecret(args.Labels!));
        }

        if (Known.TryGet(args.Annotations, out var annotations))
        {
            CheckAnnotations(annotations, problems.At("annotations"), Known.IsSecret(args.Annotations!));
        }
    }

    public static void CheckLabels(IEnumerable<KeyValuePair<string, string>> labels, ProblemList problems, bool secret)
    {
        LabelRules.CheckLabels(labels, problems, secret);
        foreach (var (key, value) in labels)
        {
            if (key.StartsWith(PodSecurityRules.Prefix, StringComparison.Ordinal))
            {
                problems.Add($"[{key}]", secret ? null : value, "Pod Security labels follow podSecurity", "remove it and state podSecurity");
            }
            else if (key == "kubernetes.io/metadata.name")
            {
                problems.Add($"[{key}]", secret ? null : value, "the API server sets this label itself", "remove it");
            }
        }
    }

    public static void CheckAnnotations(IEnumerable<KeyValuePair<string, string>> annotations, ProblemList problems, bool secret)
    {
        LabelRules.CheckAnnotations(annotations, problems);
        foreach (var (key, value) in annotations)
        {
            if (NamespaceMetadata.IsOwn(key))
            {
                problems.Add($"[{key}]", secret ? null : value, "this annotation is written by the component", "remove it and state adopt, force or exemptions");
            }
        }
    }

    public static IReadOnlyList<Finding> Expired(HardenedNamespaceArgs args, DateOnly asOf)
    {
        var exemptions = args.Exemptions ?? [];
        List<Finding> findings = [];
        for (var i = 0; i < exemptions.Count; i++)
        {
            var exemption = exemptions[i];
            if (Expiry.IsExpired(exemption.Expires, asOf))
            {
                findings.Add(new Finding(
                    string.Create(CultureInfo.InvariantCulture, $"exemptions[{i}].expires"),
                    $"the exemption of {args.Name} from {exemption.Control} expired on {exemption.Expires}: remove it, or let {exemption.Owner} renew it."));
            }
        }

        return findings;
    }

    private static void CheckName(HardenedNamespaceArgs args, ProblemList problems)
    {
        if (KubernetesName.CheckLabel(args.Name) is { } message)
        {
            problems.Add("name", args.Name, message, "write the namespace's name, such as grafana");
            return;
        }

        if (!args.Adopt && Always.Contains(args.Name, StringComparer.Ordinal))
        {
            problems.Add("name", args.Name, "this namespace exists in every cluster and cannot be created", "set adopt: true");
        }
        else if (!args.Adopt && args.Name!.StartsWith("kube-", StringComparison.Ordinal))
        {
            problems.Warn("name", $"the prefix kube- is reserved for Kubernetes' own namespaces: rename {args.Name}.");
        }
    }

    private static void CheckExemptions(HardenedNamespaceArgs args, ProblemList problems)
    {
        var exemptions = args.Exemptions ?? [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < exemptions.Count; i++)
        {
            var exemption = exemptions[i];
            var at = problems.At(i);
            exemption.Check(at, NamespaceControl.All);
            if (exemption.Control is { } control && !seen.Add(control))
            {
                at.Add("control", control, "is exempted twice", "keep one of them");
            }

            at.Warn(string.Empty, $"{args.Name} is exempt from {exemption.Control} until {exemption.Expires} ({exemption.Owner}): {exemption.Reason}");
        }

        if (args.Egress is not null && NamespacePlan.IsExempt(args, NamespaceControl.Egress))
        {
            problems.Add(string.Empty, NamespaceControl.Egress, "the namespace is exempt from egress and has an egress policy", "remove one of them");
        }

        if (args.Ingress is not null && NamespacePlan.IsExempt(args, NamespaceControl.Ingress))
        {
            problems.Add(string.Empty, NamespaceControl.Ingress, "the namespace is exempt from ingress and has an ingress policy", "remove one of them");
        }
    }
}
