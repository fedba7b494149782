using System.Globalization;
using System.Text.RegularExpressions;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Turns the Pod Security arguments into labels, and refuses what the admission plugin would read otherwise than it is written.</summary>
internal static partial class PodSecurityRules
{
    public const string Prefix = "pod-security.kubernetes.io/";
    private const string Latest = "latest";

    private static readonly string[] Modes = [Rollout.Audit, Rollout.Warn, Rollout.Enforce];

    /// <summary>The labels in order; empty where the namespace is exempt.</summary>
    public static SortedDictionary<string, string> Labels(PodSecurityArgs args, ClusterFactsArgs? cluster, bool exempt, ProblemList problems)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        ModeRules.Check(args.Mode, Modes, "mode", problems);
        var mode = args.Mode ?? Rollout.Audit;
        var level = ReadLevel(args.Level, "level", problems) ?? PodSecurityLevel.Baseline;
        var auditLevel = ReadStricter(args.AuditLevel, level, "auditLevel", problems);
        var warnLevel = ReadStricter(args.WarnLevel, level, "warnLevel", problems);
        if (args.WarnLevel is not null && mode == Rollout.Audit)
        {
            problems.Add("warnLevel", args.WarnLevel, "mode Audit writes no warn label", "use mode Warn or Enforce, or remove it");
        }

        var privileged = level == PodSecurityLevel.Privileged;
        if (privileged && !exempt)
        {
            problems.Add(
                "level",
                level,
                "restricts nothing, which is an exemption and needs its reason",
                $"add an exemption from {NamespaceControl.PodSecurity} with reason, owner and expiry, or choose {PodSecurityLevel.Baseline}");
        }

        if (exempt && !privileged)
        {
            return labels;
        }

        var version = Version(args.Version, cluster, problems);
        Write("audit", auditLevel);

        // privileged is written for every mode: it lifts what the cluster enforces by default.
        if (privileged || mode is Rollout.Warn or Rollout.Enforce)
        {
            Write("warn", warnLevel);
        }

        if (privileged || mode == Rollout.Enforce)
        {
            Write("enforce", level);
        }

        return labels;

        void Write(string name, string value)
        {
            labels[Prefix + name] = value;
            labels[$"{Prefix}{name}-version"] = version;
        }
    }

    private static string? ReadLevel(string? level, string path, ProblemList problems)
    {
        // The plugin reads an unknown enforce level as restricted, an unknown audit or warn level as privileged.
        return level is not null && Choice.Check(level, PodSecurityLevel.All, problems, path) ? level : null;
    }

    private static string ReadStricter(string? stricter, string level, string path, ProblemList problems)
    {
        if (ReadLevel(stricter, path, problems) is not { } read)
        {
            return level;
        }

        if (Strictness(read) < Strictness(level))
        {
            problems.Add(path, stricter, $"is laxer than level {level}", $"write {level} or a stricter level, or remove it");
        }

        return read;
    }

    private static int Strictness(string level) => PodSecurityLevel.All.ToList().IndexOf(level);

    private static string Version(string? version, ClusterFactsArgs? cluster, ProblemList problems)
    {
        var known = SemanticVersion.TryParse(cluster?.KubernetesVersion, out var kubernetes, out _);
        if (version is null)
        {
            if (known)
            {
                return string.Create(CultureInfo.InvariantCulture, $"v{kubernetes!.Major}.{kubernetes.Minor}");
            }

            problems.Add("version", null, "is not stated, and neither is the version of Kubernetes", "state cluster.kubernetesVersion, or a version such as v1.34");
            return Latest;
        }

        if (version == Latest)
        {
            problems.Warn("version", "\"latest\" changes what is enforced with every upgrade of the cluster: pin a version such as v1.34.");
            return version;
        }

        if (Form().Match(version) is not { Success: true } match || !int.TryParse(match.Groups["minor"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var minor))
        {
            problems.Add("version", version, "is not a version of the Pod Security Standards", "write v1.34 or latest");
        }
        else if (known && minor > kubernetes!.Minor)
        {
            problems.Add("version", version, $"is newer than the cluster's Kubernetes {kubernetes}", "write the cluster's version, or upgrade it first");
        }

        return version;
    }

    [GeneratedRegex(@"\Av1\.(?<minor>0|[1-9][0-9]{0,4})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Form();
}
