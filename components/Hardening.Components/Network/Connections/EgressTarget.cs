using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>The pods of one namespace that an egress rule connects to.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Pods">Their labels; null for every pod.</param>
/// <param name="Ports">The ports; null for every port.</param>
internal sealed record EgressTarget(string Namespace, IReadOnlyDictionary<string, string>? Pods, IReadOnlyList<PortSpec>? Ports)
{
    /// <summary>The target of a rule; null where it is not the pods of one known namespace.</summary>
    public static EgressTarget? Of(EgressRuleArgs rule, string own)
    {
        if (rule.Dns is { } dns)
        {
            var resolver = dns.Namespace is null ? DnsOptions.DefaultNamespace : Known(dns.Namespace);
            var port = PortChecks.Text(DnsOptions.Of(dns).Port);
            return resolver is null ? null : new EgressTarget(resolver, dns.Pods ?? DnsOptions.DefaultPods, Read([$"{port}/UDP", $"{port}/TCP"]));
        }

        var name = rule.SameNamespace ? own : rule.Namespace is null ? null : Known(rule.Namespace);
        return name is null ? null : new EgressTarget(name, rule.Pods, rule.Ports is null ? null : Read(rule.Ports));
    }

    /// <summary>The ports that can be read; what cannot is refused elsewhere.</summary>
    public static List<PortSpec> Read(IEnumerable<string> ports)
    {
        var read = new List<PortSpec>();
        foreach (var text in ports)
        {
            if (PortSpec.TryParse(text, out var port, out _))
            {
                read.Add(port);
            }
        }

        return read;
    }

    private static string? Known(Pulumi.Input<string> name) => InputLeaf.Of(name) is { IsSecret: false } leaf ? leaf.Value : null;
}
