using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>
/// The names that a policy's rules connect to and those that its DNS rules let through. A rule by name in one policy is inert where the DNS
/// rules of the same pods, in another policy, refuse to answer for the name.
/// </summary>
/// <param name="Destinations">The known names of the rules, with their places.</param>
/// <param name="HasDns">Whether the policy has a DNS rule.</param>
/// <param name="Askable">What its DNS rules let through; null where they let every name through.</param>
internal sealed record EgressSetNames(IReadOnlyList<(string Place, DnsPattern Name)> Destinations, bool HasDns, IReadOnlyList<DnsPattern>? Askable)
{
    public static EgressSetNames Of(EgressPolicyArgs args)
    {
        var destinations = new List<(string, DnsPattern)>();
        var dns = new List<DnsOptions>();
        for (var index = 0; index < (args.Rules?.Count ?? 0); index++)
        {
            if (args.Rules![index] is not { } rule)
            {
                continue;
            }

            var place = EntryLists.Item("egress", index);
            destinations.AddRange(Known(rule.Fqdn is null ? [] : [rule.Fqdn]).Select(name => ($"{place}.fqdn", name)));
            destinations.AddRange(Known(rule.Fqdns ?? []).Select(name => ($"{place}.fqdns", name)));
            if (rule.Dns is not null)
            {
                dns.Add(DnsOptions.Of(rule.Dns));
            }

            if (rule.NodeLocalDns is not null)
            {
                dns.Add(DnsOptions.Of(rule.NodeLocalDns));
            }
        }

        var everything = args.Mode == Rollout.Audit || dns.Exists(options => !options.Restricts);
        IReadOnlyList<DnsPattern>? askable = everything
            ? null
            : [.. dns.SelectMany(options => Known(options.Names ?? [])), .. destinations.Select(destination => destination.Item2)];
        return new EgressSetNames(destinations, dns.Count > 0, askable);
    }

    /// <summary>The names that no DNS rule among the other policies of the same pods lets through; none where the policy has a DNS rule itself.</summary>
    public IEnumerable<(string Place, DnsPattern Name)> Unaskable(IReadOnlyList<EgressSetNames> others)
    {
        var resolvers = others.Where(other => other.HasDns).ToList();
        return HasDns || resolvers.Count == 0 || resolvers.Exists(other => other.Askable is null)
            ? []
            : Destinations.Where(destination => !resolvers.Exists(other => other.Askable!.Any(pattern => pattern.Covers(destination.Name))));
    }

    private static IEnumerable<DnsPattern> Known(IEnumerable<Pulumi.Input<string>?> inputs)
    {
        foreach (var input in inputs)
        {
            if (input is not null && InputLeaf.Of(input) is { IsSecret: false } leaf && DnsPattern.TryParse(leaf.Value, out var name, out _))
            {
                yield return name;
            }
        }
    }
}
