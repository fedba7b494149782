using System.Globalization;
using Hardening.Components;
using Hardening.Infra.Plans;

namespace Hardening.Infra.Reports.DefinitionOfDone;

/// <summary>A sentence of the hardening documents and the controls that make it true.</summary>
/// <param name="Document">The document or its section.</param>
/// <param name="Text">The sentence.</param>
/// <param name="By">The controls.</param>
internal sealed record DoneSentence(string Document, string Text, IReadOnlyList<string> By)
{
    private const string Phase = "Definition of done";
    private const string Security = "Security hardening";
    private const string Beyond = "Beyond the documents";

    /// <summary>The five sentences of the phase's definition of done, what the page on security hardening asks for, and what both leave out.</summary>
    public static IReadOnlyList<DoneSentence> All { get; } =
    [
        new(Phase, "Every namespace has a ResourceQuota and LimitRange", [NamespaceControl.ResourceQuota, NamespaceControl.LimitRange]),
        new(Phase, "Critical pods spread across nodes", [Controls.TopologySpread]),
        new(Phase, "Only trusted registries allowed", [Controls.RegistryAllowlist]),
        new(Phase, "cert-manager failures trigger alerts", [Controls.CertManagerAlerts]),
        new(Phase, "Pod egress restricted to known destinations per namespace", [NamespaceControl.Egress]),
        new(Security, "Pod Security Standards", [NamespaceControl.PodSecurity]),
        new(Security, "Security contexts of workloads", [Controls.WorkloadSecurity]),
        new(Security, "Container image pinning", [Controls.ImagePinning]),
        new(Security, "RBAC: the dashboard", [Controls.DashboardAccess]),
        new(Security, "Argo CD's projects", [Controls.GitOpsProject]),
        new(Security, "Secret management", [Controls.SealedSecrets]),
        new(Security, "Secret rotation", [Controls.SecretRotation]),
        new(Security, "Network policies: who connects to pods", [NamespaceControl.Ingress]),
        new(Beyond, "Critical workloads keep running while nodes are drained", [Controls.PodDisruption]),
        new(Beyond, "Namespaces that nobody planned have limits and a quota", [Controls.NamespaceDefaults]),
    ];

    /// <summary>How many of its namespaces are done: a namespace is as far as the last of its controls.</summary>
    public string Count(IReadOnlyList<DoneLine> lines)
    {
        var worst = lines.Where(line => By.Contains(line.Control, StringComparer.Ordinal)).GroupBy(line => line.Namespace ?? "", (_, group) => group.Max(line => line.State), StringComparer.Ordinal).ToList();
        var asked = worst.Count(state => state is not DoneState.NotApplicable);
        var rest = new[] { DoneState.Exempt, DoneState.NotApplicable, DoneState.Watching, DoneState.Missing }
            .Select(state => (state, count: worst.Count(one => one == state)))
            .Where(pair => pair.count > 0)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $", {pair.count} {DoneText.Word(pair.state)}"));
        return string.Create(CultureInfo.InvariantCulture, $"{worst.Count(state => state is DoneState.Done)} of {asked}{string.Concat(rest)}");
    }

    /// <summary>Whether nothing is left to do.</summary>
    public bool IsDone(IReadOnlyList<DoneLine> lines) => lines.Where(line => By.Contains(line.Control, StringComparer.Ordinal)).ToList() is { Count: > 0 } own && !own.Exists(line => line.IsOpen);
}
