namespace Hardening.Components;

/// <summary>What rendering one rule needs of the policy around it.</summary>
internal sealed class EgressManifestContext(EgressPolicyArgs args, ComponentName owner)
{
    /// <summary>The component.</summary>
    public ComponentName Owner { get; } = owner;

    public NetworkFacts Facts { get; } = new(args.Cluster);

    public bool IsAudit { get; } = args.Mode == Rollout.Audit;

    public string ClusterDomain { get; } = DnsOptions.ClusterDomainOf(args.Rules ?? []);

    /// <summary>The names of the policy's rules by name, which its DNS rules have to let through.</summary>
    public IEnumerable<RenderedValue> DestinationNames() => (args.Rules ?? []).SelectMany((rule, index) => NamesOf(rule, EntryLists.Item("egress", index)));

    /// <summary>The names of one rule.</summary>
    public IEnumerable<RenderedValue> NamesOf(EgressRuleArgs rule, string place)
    {
        string? Check(string value, LeafReport report) => FqdnChecks.Destination(value, report, Facts, ClusterDomain);
        if (rule.Fqdn is not null)
        {
            yield return RenderedValue.Of(rule.Fqdn, Owner, $"{place}.fqdn", Check);
        }

        for (var index = 0; index < (rule.Fqdns?.Count ?? 0); index++)
        {
            yield return RenderedValue.Of(rule.Fqdns![index], Owner, EntryLists.Item($"{place}.fqdns", index), Check);
        }
    }
}
