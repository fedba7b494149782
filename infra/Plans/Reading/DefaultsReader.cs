using Hardening.Components;

namespace Hardening.Infra.Plans.Reading;

/// <summary>Reads <c>hardening:defaults</c>.</summary>
internal static class DefaultsReader
{
    public static DefaultsPlan? Read(PlanObject? section, ClusterPlan cluster, RolloutPlan rollout)
    {
        if (section is null)
            return null;
        var references = new List<PlanReference>();
        var exemptions = ExceptionsReader.ReadExemptions(section, Controls.NamespaceDefaults, []);
        var args = new NamespaceDefaultsArgs
        {
            Mode = rollout.ModeOf(Controls.NamespaceDefaults),
            EgressMode = rollout.ModeOf(NamespaceControl.Egress),
            Egress = EgressReader.ReadRules(section, references),
            PlannedNamespaces = [.. cluster.ExternalNamespaces],
            ExcludedNamespaces = exemptions.Namespaces?.ToList(),
            Synchronize = section.Bool("synchronize"),
            OrphanDownstreamOnPolicyDelete = section.Bool("orphanDownstreamOnPolicyDelete"),
            Cluster = cluster.Facts,
        };
        if (section.Text("size", NamespaceSize.All) is { } size)
            args.Size = size;
        if (section.Text("policyName") is { } name)
            args.PolicyName = name;
        section.Done<NamespaceDefaultsArgs>();
        return new DefaultsPlan(args, exemptions, references);
    }
}
