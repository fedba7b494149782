using System.Globalization;
using System.Text;
using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Infra.Recorded;

namespace Hardening.Infra.Commands;

/// <summary><c>hardening report dashboard-access</c>: whether the dashboard has the rights of the plan and no others.</summary>
internal sealed class DashboardReportCommand(Terminal terminal)
{
    public async Task<int> RunAsync(PlanRequest request, string? facts)
    {
        var file = PlanFile.Read(request, terminal);
        if (file.Errors is { Count: > 0 } errors)
            return await Guard.RefuseAsync(errors.Select(error => error.ToString()).ToList(), terminal);
        var plan = file.Result.Plan;
        var recorded = facts is null ? null : RbacFile.Read(facts, terminal);
        var findings = Find(plan, recorded);
        await Pipe.ShowAsync(terminal, Text(plan.Dashboard, recorded, facts, findings));
        return findings.Count > 0 ? ExitCode.Findings : ExitCode.Done;
    }

    private static IReadOnlyList<string> Find(HardeningPlan plan, RecordedRbac? recorded)
    {
        if (plan.Dashboard is not { } dashboard)
            return [$"the plan says nothing about a dashboard: add {PlanSections.Dashboard}"];
        var off = dashboard.Mode == Rollout.Off ? [$"{Controls.DashboardAccess} is Off: set {PlanSections.Rollout}.{Controls.DashboardAccess}"] : Array.Empty<string>();
        return recorded is null
            ? [.. off, $"nothing recorded shows that the chart's binding to cluster-admin has gone: {RbacFile.RecordedBy} > rbac.json, then --facts rbac.json"]
            : [.. off, .. DashboardAccess.Audit(dashboard, recorded).Select(finding => finding.Message)];
    }

    private static string Text(DashboardAccessArgs? dashboard, RecordedRbac? recorded, string? facts, IReadOnlyList<string> findings)
    {
        var text = new StringBuilder("Dashboard access:\n");
        if (dashboard is not null)
        {
            var invariant = CultureInfo.InvariantCulture;
            text.Append(invariant, $"    role         {dashboard.RoleName ?? DashboardAccessArgs.DefaultRoleName}, {DashboardAccess.Rules(dashboard).Count} rules\n");
            text.Append(invariant, $"    chart value  {dashboard.ChartValue}\n");
            if (recorded is not null)
                text.Append(invariant, $"    recorded     {recorded.Bindings.Count} bindings and {recorded.Roles.Count} roles in {facts}\n");
        }

        text.Append(findings.Count == 0 ? "The dashboard has its role and nothing that is forbidden to dashboards.\n" : "Findings:\n");
        foreach (var finding in findings)
            text.Append("    ").Append(finding).Append('\n');
        return text.ToString();
    }
}
