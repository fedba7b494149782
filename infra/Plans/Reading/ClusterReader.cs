using Hardening.Components;
using Hardening.Primitives;

namespace Hardening.Infra.Plans.Reading;

/// <summary>Reads <c>hardening:cluster</c>.</summary>
internal static class ClusterReader
{
    private const double HighestOvercommit = 100;

    /// <summary>Stands in for a missing or refused version, so that every namespace does not report the same again.</summary>
    private const string AssumedKubernetes = "1.34";

    private static readonly Quantity LargestMemory = Quantity.Parse("128Ti");
    private static readonly Quantity LargestCpu = Quantity.Parse("4096");

    public static ClusterPlan Read(PlanObject section)
    {
        var facts = new ClusterFactsArgs
        {
            KubernetesVersion = section.Version("kubernetesVersion") ?? AssumedKubernetes,
            KyvernoVersion = section.Version("kyvernoVersion"),
            CiliumVersion = section.Version("ciliumVersion"),
            CertManagerVersion = section.Version("certManagerVersion"),
            ReloaderVersion = section.Version("reloaderVersion"),
            NetworkPolicyEngine = section.OneOf("networkPolicyEngine", NetworkPolicyEngine.All),
            KubeApiServerCidrs = section.TextsOrNull("kubeApiServerCidrs"),
            PodCidrs = section.TextsOrNull("podCidrs"),
            ServiceCidrs = section.TextsOrNull("serviceCidrs"),
            NodeCidrs = section.TextsOrNull("nodeCidrs"),
            NonDefaultDenyPolicies = section.Bool("nonDefaultDenyPolicies"),
            NodeSelectorLabels = section.Bool("nodeSelectorLabels"),
            IcmpRules = section.Bool("icmpRules"),
            ExtendedIpProtocols = section.Bool("extendedIpProtocols"),
            PolicyCidrMatchMode = section.TextsOrNull("policyCidrMatchMode", CidrMatchMode.All),
            NodeLocalDns = section.Bool("nodeLocalDns"),
            KyvernoPolicyExceptions = section.Bool("kyvernoPolicyExceptions"),
            KyvernoExceptionNamespace = section.Text("kyvernoExceptionNamespace"),
        };
        section.Require("kubernetesVersion", "write the API server's version, as \"1.34\"");
        var nodes = ReadNodes(section);
        AddNodes(section, facts, nodes);
        var overcommit = section.Number("memoryOvercommit", 1, HighestOvercommit) ?? ClusterBudget.DefaultOvercommit;
        var external = ReadExternal(section);
        var groups = ReadCidrGroups(section);
        facts.CidrGroups = groups.Where(group => group.Cidrs is not null).DistinctBy(group => group.Name, StringComparer.Ordinal).ToDictionary(group => group.Name, group => group.Cidrs!.ToList(), StringComparer.Ordinal);
        section.Done<ClusterPlan, ClusterFactsArgs>();
        return new ClusterPlan(facts, nodes, overcommit, external, groups);
    }

    private static List<NodePlan> ReadNodes(PlanObject section)
    {
        section.Require("nodes", "list the workers, each with name and memory");
        var nodes = new List<NodePlan>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in section.Objects("nodes"))
        {
            var name = node.RequiredText("name", "name the node");
            if (name.Length > 0 && KubernetesName.CheckSubdomain(name) is { } wrong)
                node.Problems.Add(node.PathOf("name"), name, wrong, "write the node's name as kubectl get nodes shows it");
            if (name.Length > 0 && !names.Add(name))
                node.Problems.Add(node.PathOf("name"), name, "is the name of an earlier node too", "keep one of them");
            node.Require("memory", "write the node's memory, as 16Gi");
            nodes.Add(new NodePlan(name, ReadQuantity(node, "memory", LargestMemory, "16Gi") ?? "", ReadQuantity(node, "cpu", LargestCpu, "\"8\""), ReadZone(node)));
            node.Done<NodePlan>();
        }

        if (section.Has("nodes") && nodes.Count == 0)
            section.Problems.Add(section.PathOf("nodes"), null, "lists no node", "list the workers, each with name and memory");
        return nodes;
    }

    private static string? ReadZone(PlanObject node)
    {
        var zone = node.Text("zone");
        if (zone is null || KubernetesName.CheckLabelValue(zone) is not { } wrong)
            return zone;
        node.Problems.Add(node.PathOf("zone"), zone, wrong, "write the value of the node's label topology.kubernetes.io/zone");
        return null;
    }

    private static string? ReadQuantity(PlanObject node, string key, Quantity largest, string example)
    {
        var text = node.Text(key);
        if (text is null)
            return null;
        if (!Quantity.TryParse(text, out var quantity, out var error))
            node.Problems.Add(node.PathOf(key), text, "is no quantity: " + error, $"write it as {example}");
        else if (quantity <= Quantity.Zero)
            node.Problems.Add(node.PathOf(key), text, "is not above zero", $"write it as {example}");
        else if (quantity > largest)
            node.Problems.Add(node.PathOf(key), text, $"is more than {largest}, which no machine has", $"write it as {example}");
        else
            return text;
        return null;
    }

    private static void AddNodes(PlanObject section, ClusterFactsArgs facts, List<NodePlan> nodes)
    {
        facts.WorkerMemory = ReadQuantity(section, "workerMemory", LargestMemory * 10_000, "56Gi");
        if (nodes.Count == 0 || nodes.Exists(node => node.Memory.Length == 0))
            return;
        facts.Nodes = nodes.Count;
        var memory = nodes.ConvertAll(node => Quantity.Parse(node.Memory));
        var sum = memory.Aggregate((a, b) => a + b);
        facts.NodeMemory = memory.Max().ToString();
        if (facts.WorkerMemory is { } stated && Quantity.Parse(stated) != sum)
            section.Problems.Add(section.PathOf("workerMemory"), stated, $"is not what the nodes have together, which is {sum}", "correct it, or leave it out");
        facts.WorkerMemory = sum.ToString();
        if (nodes.TrueForAll(node => node.Cpu is not null))
        {
            var cpu = nodes.ConvertAll(node => Quantity.Parse(node.Cpu!));
            facts.NodeCpu = cpu.Max().ToString();
            facts.WorkerCpu = cpu.Aggregate((a, b) => a + b).ToString();
        }

        // Nodes are listed with what they have: no zone is none.
        facts.Zones = [.. nodes.Select(node => node.Zone).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static List<string> ReadExternal(PlanObject section)
    {
        var external = section.Texts("externalNamespaces");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < external.Count; index++)
        {
            var path = $"{section.PathOf("externalNamespaces")}[{index}]";
            if (KubernetesName.CheckLabel(external[index]) is { } wrong)
                section.Problems.Add(path, external[index], wrong, "write the namespace's name");
            else if (!seen.Add(external[index]))
                section.Problems.Add(path, external[index], "is listed twice", "keep one of them");
        }

        return external;
    }

    private static List<CidrGroupPlan> ReadCidrGroups(PlanObject section)
    {
        var groups = new List<CidrGroupPlan>();
        foreach (var group in section.Objects("cidrGroups"))
        {
            var name = group.RequiredText("name", "name the group");
            if (name.Length > 0 && KubernetesName.CheckSubdomain(name) is { } wrong)
                group.Problems.Add(group.PathOf("name"), name, wrong, "write a DNS name in lower case");
            if (name.Length > 0 && groups.Exists(other => other.Name == name))
                group.Problems.Add(group.PathOf("name"), name, "is the name of an earlier group too", "merge the two");
            var cidrs = group.TextsOrNull("cidrs");
            for (var index = 0; index < cidrs?.Count; index++)
            {
                if (!Cidr.TryParse(cidrs[index], out _, out var error))
                    group.Problems.Add($"{group.PathOf("cidrs")}[{index}]", cidrs[index], "is no address block: " + error, "write it as 203.0.113.0/24");
            }

            if (cidrs is { Count: 0 })
                group.Problems.Add(group.PathOf("cidrs"), null, "is empty", "list the addresses, or leave the key out where somebody else manages the group");
            groups.Add(new CidrGroupPlan(name, cidrs, group.Path));
            group.Done<CidrGroupPlan>();
        }

        return groups;
    }
}
