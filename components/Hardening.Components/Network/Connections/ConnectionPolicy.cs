using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Whom a policy selects, and whether ports of two rules are the same.</summary>
internal static class ConnectionPolicy
{
    /// <summary>Whether every pod with the labels is selected, whatever other labels it has.</summary>
    public static bool Governs(IReadOnlyDictionary<string, string>? selector, IReadOnlyDictionary<string, string>? pods) => selector is null
        || (pods is not null && selector.All(label => pods.Any(other => LabelChecks.WithoutSource(other.Key) == LabelChecks.WithoutSource(label.Key) && other.Value == label.Value)));

    /// <summary>Whether two rules may mean the same port; a name may be any number.</summary>
    public static bool Meet(PortSpec one, PortSpec other) =>
        (one.Protocol == PortProtocol.Any || other.Protocol == PortProtocol.Any || one.Protocol == other.Protocol)
        && (one.Name is null && other.Name is null ? one.First <= other.Last && other.First <= one.Last : one.Name is null || other.Name is null || one.Name == other.Name);

    /// <summary>Pods as warnings name them.</summary>
    public static string Text(IReadOnlyDictionary<string, string>? pods) => pods is null ? "pods" : "pods " + string.Join(", ", pods.Select(label => $"{label.Key}={label.Value}"));
}
