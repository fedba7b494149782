using System.Globalization;
using System.Text;
using Hardening.Infra.Plans;
using Hardening.Infra.Recorded;
using Hardening.Infra.Reports;

namespace Hardening.Infra.Commands;

/// <summary><c>hardening report secrets</c>: whether every secret of the cluster is sealed in Git or known to be made elsewhere. It reads names, never values.</summary>
internal sealed class SecretsReportCommand(Terminal terminal)
{
    public async Task<int> RunAsync(PlanRequest request, string? facts)
    {
        var file = PlanFile.Read(request, terminal);
        if (file.Errors is { Count: > 0 } errors)
            return await Guard.RefuseAsync(errors.Select(error => error.ToString()).ToList(), terminal);
        var plan = file.Result.Plan;
        var recorded = facts is null ? null : SecretsFile.Read(facts, terminal);
        List<string> findings = plan.Secrets is null ? [$"the plan says nothing about secrets: add {PlanSections.Secrets}"] : [];
        if (recorded is null)
            findings.Add($"nothing recorded shows the secrets of the cluster: {SecretsFile.RecordedBy} > secrets.json, then --facts secrets.json");
        else
            findings.AddRange(SecretsAudit.Find(plan, recorded));
        await Pipe.ShowAsync(terminal, Text(plan.Secrets, recorded, facts, findings));
        return findings.Count > 0 ? ExitCode.Findings : ExitCode.Done;
    }

    private static string Text(SecretsPlan? secrets, RecordedSecrets? recorded, string? facts, List<string> findings)
    {
        var text = new StringBuilder("Secrets:\n");
        var invariant = CultureInfo.InvariantCulture;
        if (secrets is not null)
            text.Append(invariant, $"    plan      {secrets.Bundle.Sealed?.Count ?? 0} sealed, {secrets.Bundle.External?.Count ?? 0} external, {secrets.Rotation.Count} workloads restart with them\n");
        if (recorded is not null)
            text.Append(invariant, $"    recorded  {recorded.Sealed.Count} SealedSecrets and {recorded.Secrets.Count} Secrets in {facts}\n");
        text.Append(findings.Count == 0 ? "Every secret is sealed, external or made by something in the cluster.\n" : "Findings:\n");
        foreach (var finding in findings)
            text.Append("    ").Append(finding).Append('\n');
        return text.ToString();
    }
}
