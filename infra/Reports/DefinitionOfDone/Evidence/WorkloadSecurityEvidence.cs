using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Preview;

namespace Hardening.Infra.Reports.DefinitionOfDone.Evidence;

/// <summary>Security contexts: in each namespace that states some, a policy for every workload whose profile demands anything.</summary>
internal sealed class WorkloadSecurityEvidence : IDoneEvidence
{
    public string Control => Controls.WorkloadSecurity;

    public IEnumerable<DoneLine> Lines(DoneFacts facts)
    {
        var made = facts.MadeBy(WorkloadSecurity.TypeToken).ToList();
        var lines = facts.Plan.Namespaces.Where(space => space.Security.Count > 0).Select(space => Line(facts, space, made)).ToList();
        return lines.Count > 0 ? lines : [new DoneLine(null, Control, DoneState.Missing, "no workload is held to a security context", $"write {PlanSections.Namespaces}[].workloads[].security")];
    }

    private DoneLine Line(DoneFacts facts, NamespacePlan space, List<CapturedResource> made)
    {
        var evidence = new List<string>();
        SecurityPlan? watching = null;
        var demanded = false;
        foreach (var security in space.Security)
        {
            if (Expiry.IsExpired(security.Args.Expires, facts.AsOf))
                return new DoneLine(space.Name, Control, DoneState.Missing, $"the profile of {security.Args.Workload} expired on {security.Args.Expires} ({EvidenceText.OneLine(security.Args.Owner ?? "")})", $"choose a stricter profile, or renew {security.Path}.expires");
            if (security.Args.Profile == SecurityProfile.Privileged)
            {
                evidence.Add($"{security.Args.Workload} is Privileged, which demands nothing: {EvidenceText.OneLine(security.Args.Reason ?? "")}");
                continue;
            }

            demanded = true;
            if (PodPolicies.About(made).FirstOrDefault(policy => IsOf(policy, security.Args)) is not { } found)
                return new DoneLine(space.Name, Control, DoneState.Missing, $"no policy holds {security.Args.Workload} to its security context", $"write {security.Path}");
            var (holder, field, value) = PodPolicies.Action(found, made);
            evidence.Add(EvidenceText.Of(holder, field, value));
            watching ??= PodPolicies.Refuses(value) ? null : security;
        }

        var text = string.Join("; ", evidence);
        if (watching is not null)
            return new DoneLine(space.Name, Control, DoneState.Watching, text, $"set {watching.ModePath} to Enforce");
        return new DoneLine(space.Name, Control, demanded ? DoneState.Done : DoneState.NotApplicable, text);
    }

    private static bool IsOf(CapturedResource policy, WorkloadSecurityArgs args) =>
        policy.Inputs["spec"]?["validations"]?.Items.Any(item => item["message"]?.Text?.StartsWith($"security context of {args.Namespace}/{args.Workload},", StringComparison.Ordinal) == true) == true;
}
