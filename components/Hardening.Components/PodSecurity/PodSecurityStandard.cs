using System.Globalization;
using System.Text.Json;

namespace Hardening.Components;

/// <summary>
/// Judges a pod by the Pod Security Standards, as Kubernetes' admission plugin does where a namespace's <c>enforce</c> label names the level: every check of both
/// levels, by the version of the standard.
/// </summary>
/// <remarks>Versions below 1.25 are judged as 1.25 where the two differ. What the plugin's own configuration exempts (users, runtime classes, namespaces) is not known here.</remarks>
public static class PodSecurityStandard
{
    private const int OldestMinor = 25;
    private const string VersionPrefix = "v1.";

    private static readonly Dictionary<string, string> None = new(StringComparer.Ordinal);

    /// <summary>What keeps a pod out of a namespace that enforces a level; nothing where the pod may be created.</summary>
    /// <param name="level">One of <see cref="PodSecurityLevel"/>.</param>
    /// <param name="version">The version of the standard, <c>v1.34</c> or <c>latest</c>.</param>
    /// <param name="spec">The pod's <c>spec</c>.</param>
    /// <param name="annotations">The pod's annotations, of which the AppArmor profiles of old count.</param>
    public static IReadOnlyList<PodRefusal> Refusals(string level, string version, JsonElement spec, IReadOnlyDictionary<string, string>? annotations = null)
    {
        ArgumentNullException.ThrowIfNull(level);
        ArgumentNullException.ThrowIfNull(version);
        if (level == PodSecurityLevel.Privileged)
        {
            return [];
        }

        var pod = new PodSecuritySubject(spec, annotations ?? None, Minor(version));
        return level == PodSecurityLevel.Baseline
            ? [.. BaselineChecks.All(pod), .. BaselineChecks.Replaced(pod)]
            : [.. BaselineChecks.All(pod), .. RestrictedChecks.All(pod)];
    }

    private static int Minor(string version) =>
        version.StartsWith(VersionPrefix, StringComparison.Ordinal) && int.TryParse(version.AsSpan(VersionPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? Math.Max(minor, OldestMinor)
            : int.MaxValue;
}
