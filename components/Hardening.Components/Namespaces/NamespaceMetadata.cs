using System.Collections.Immutable;
using System.Globalization;
using Pulumi;

namespace Hardening.Components;

/// <summary>Labels and annotations that a <see cref="HardenedNamespace"/> writes by itself.</summary>
internal static class NamespaceMetadata
{
    public const string ManagedByLabel = "app.kubernetes.io/managed-by";
    public const string ManagedBy = "hardening";
    public const string PatchForce = "pulumi.com/patchForce";
    public const string PatchFieldManager = "pulumi.com/patchFieldManager";
    private const string ExemptFrom = "hardening/exempt-from-";

    public static bool IsOwn(string annotation) =>
        annotation is PatchForce or PatchFieldManager || annotation.StartsWith(ExemptFrom, StringComparison.Ordinal);

    public static SortedDictionary<string, string> Labels(HardenedNamespaceArgs args, NamespacePlan plan)
    {
        var labels = new SortedDictionary<string, string>(plan.PodSecurityLabels, StringComparer.Ordinal);
        if (!args.Adopt)
        {
            labels[ManagedByLabel] = ManagedBy;
        }

        return labels;
    }

    public static SortedDictionary<string, string> Annotations(HardenedNamespaceArgs args)
    {
        var annotations = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var exemption in args.Exemptions ?? [])
        {
            annotations[ExemptFrom + exemption.Control] = string.Create(
                CultureInfo.InvariantCulture,
                $"until {exemption.Expires}, {exemption.Owner}: {exemption.Reason}");
        }

        if (args.Adopt)
        {
            // One name for good: the fields stay ours when the stack is destroyed, and a later stack takes them up without a conflict.
            annotations[PatchFieldManager] = ManagedBy;
            if (args.Force)
            {
                annotations[PatchForce] = "true";
            }
        }

        return annotations;
    }

    /// <summary>
    /// The caller's entries and ours, null where there are none. Entries that were not known when the arguments were validated are checked here, when they are.
    /// </summary>
    public static InputMap<string>? Merge(
        string component,
        InputMap<string>? theirs,
        SortedDictionary<string, string> ours,
        string path,
        Action<IEnumerable<KeyValuePair<string, string>>, ProblemList, bool> check)
    {
        if (theirs is null)
        {
            return ours.Count == 0 ? null : (InputMap<string>)ours.ToImmutableDictionary(StringComparer.Ordinal);
        }

        var secret = Known.IsSecret(theirs);
        return theirs.Apply(entries =>
        {
            var problems = new ProblemList();
            check(entries, problems.At(path), secret);
            problems.ToResult().ThrowIfInvalid(nameof(HardenedNamespace), component);
            return ours.ToImmutableDictionary(StringComparer.Ordinal).SetItems(entries);
        });
    }
}
