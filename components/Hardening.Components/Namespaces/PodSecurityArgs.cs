using Pulumi;

namespace Hardening.Components;

/// <summary>Pod Security admission of one namespace.</summary>
/// <remarks>
/// Which <c>pod-security.kubernetes.io</c> labels are written, each with its <c>-version</c> label:
/// <list type="table">
/// <listheader><term>mode</term><description>labels</description></listheader>
/// <item><term><c>Audit</c></term><description><c>audit</c></description></item>
/// <item><term><c>Warn</c></term><description><c>audit</c>, <c>warn</c></description></item>
/// <item><term><c>Enforce</c></term><description><c>audit</c>, <c>warn</c>, <c>enforce</c></description></item>
/// </list>
/// The admission plugin acts on pods when it enforces, and on workload controllers too when it warns or audits. It has no opt-out for one workload.
/// </remarks>
public sealed class PodSecurityArgs : ResourceArgs
{
    /// <summary><see cref="Rollout.Audit"/> (the default), <see cref="Rollout.Warn"/> or <see cref="Rollout.Enforce"/>.</summary>
    [Input("mode")]
    public string? Mode { get; set; }

    /// <summary>
    /// One of <see cref="PodSecurityLevel"/>; <c>baseline</c> by default. <c>privileged</c> restricts nothing, so it needs an exemption from <c>pod-security</c>.
    /// </summary>
    [Input("level")]
    public string? Level { get; set; }

    /// <summary>A stricter level for the <c>audit</c> label; <see cref="Level"/> by default.</summary>
    [Input("auditLevel")]
    public string? AuditLevel { get; set; }

    /// <summary>A stricter level for the <c>warn</c> label; <see cref="Level"/> by default. Only with modes that warn.</summary>
    [Input("warnLevel")]
    public string? WarnLevel { get; set; }

    /// <summary>
    /// Version of the standard, <c>v1.34</c>, or <c>latest</c>. Default: the minor version of the cluster's <c>kubernetesVersion</c>, so that an upgrade of the
    /// cluster changes nothing by itself.
    /// </summary>
    [Input("version")]
    public string? Version { get; set; }
}
