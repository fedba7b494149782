using System.Globalization;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>The checks of <see cref="ClusterFactsArgs"/>.</summary>
internal static class ClusterFactsRules
{
    public static void Check(ClusterFactsArgs facts, ProblemList problems)
    {
        CheckVersion(facts.KubernetesVersion, "kubernetesVersion", problems);
        CheckVersion(facts.KyvernoVersion, "kyvernoVersion", problems);
        CheckVersion(facts.CiliumVersion, "ciliumVersion", problems);
        CheckVersion(facts.CertManagerVersion, "certManagerVersion", problems);
        CheckVersion(facts.ReloaderVersion, "reloaderVersion", problems);
        if (facts.Nodes is <= 0)
        {
            problems.Add("nodes", facts.Nodes.Value.ToString(CultureInfo.InvariantCulture), "a cluster has at least one node", "write the number of schedulable nodes");
        }

        CheckSize(facts.NodeMemory, "nodeMemory", facts.WorkerMemory, "workerMemory", ResourceName.Memory, problems);
        CheckSize(facts.NodeCpu, "nodeCpu", facts.WorkerCpu, "workerCpu", ResourceName.Cpu, problems);
        CheckZones(facts.Zones ?? [], problems.At("zones"));
        CheckCidrs(facts.PodCidrs, problems.At("podCidrs"));
        CheckCidrs(facts.ServiceCidrs, problems.At("serviceCidrs"));
        CheckCidrs(facts.NodeCidrs, problems.At("nodeCidrs"));
        CheckCidrs(facts.KubeApiServerCidrs, problems.At("kubeApiServerCidrs"));
        foreach (var (name, cidrs) in facts.CidrGroups ?? [])
        {
            CheckCidrs(cidrs, problems.At("cidrGroups").At(name));
        }

        CheckEngine(facts, problems);
        CheckCidrMatchModes(facts, problems.At("policyCidrMatchMode"));
        CheckExceptions(facts, problems);
    }

    private static void CheckEngine(ClusterFactsArgs facts, ProblemList problems)
    {
        if (facts.NetworkPolicyEngine is not null)
        {
            Choice.Check(facts.NetworkPolicyEngine, NetworkPolicyEngine.All, problems, "networkPolicyEngine");
        }
    }

    private static void CheckVersion(string? version, string path, ProblemList problems)
    {
        if (version is not null && !SemanticVersion.TryParse(version, out _, out var error))
        {
            problems.Add(path, version, $"is not a version: {error}", "write it as 1.34 or v1.34.2, in quotes");
        }
    }

    private static void CheckSize(string? node, string nodePath, string? workers, string workersPath, string resource, ProblemList problems)
    {
        var all = ReadSize(workers, workersPath, resource, problems);
        if (ReadSize(node, nodePath, resource, problems) is { } one && one > all)
        {
            problems.Add(nodePath, node, $"is more than {workersPath} ({all}), which is that of all workers together", "correct one of them");
        }
    }

    private static Quantity? ReadSize(string? text, string path, string resource, ProblemList problems)
    {
        if (text is null || !QuantityRules.TryRead(problems, path, resource, text, out var quantity))
        {
            return null;
        }

        if (quantity.IsZero)
        {
            problems.Add(path, text, "is zero", "write what the nodes have, or leave it out");
            return null;
        }

        return quantity;
    }

    private static void CheckZones(List<string> zones, ProblemList problems)
    {
        for (var i = 0; i < zones.Count; i++)
        {
            if (string.IsNullOrEmpty(zones[i]) || KubernetesName.CheckLabelValue(zones[i]) is not null)
            {
                problems.At(i).Add(string.Empty, zones[i], "is not the value of a zone label", "write the value of topology.kubernetes.io/zone as the nodes have it");
            }
            else if (zones.IndexOf(zones[i]) < i)
            {
                problems.At(i).Add(string.Empty, zones[i], "is listed twice", "remove one");
            }
        }
    }

    private static void CheckCidrs(List<string>? cidrs, ProblemList problems)
    {
        for (var i = 0; i < (cidrs?.Count ?? 0); i++)
        {
            if (!Cidr.TryParse(cidrs![i], out _, out var error))
            {
                problems.At(i).Add(string.Empty, cidrs[i], $"is not a CIDR: {error}", "write it as 10.42.0.0/16");
            }
        }
    }

    private static void CheckCidrMatchModes(ClusterFactsArgs facts, ProblemList problems)
    {
        var modes = facts.PolicyCidrMatchMode ?? [];
        for (var i = 0; i < modes.Count; i++)
        {
            var at = problems.At(i);
            if (!CidrMatchMode.All.Contains(modes[i], StringComparer.Ordinal))
            {
                at.Add(string.Empty, modes[i], "is no mode of Cilium's policy-cidr-match-mode", "write nodes or pods");
            }
            else if (ClusterFacts.RequiresCilium(facts, modes[i] == CidrMatchMode.Pods ? "1.20" : "1.15", $"CIDR match mode {modes[i]}", string.Empty, modes[i]) is { } problem)
            {
                at.Add(problem);
            }
        }
    }

    private static void CheckExceptions(ClusterFactsArgs facts, ProblemList problems)
    {
        if (facts.KyvernoExceptionNamespace is { } name && name != "*" && KubernetesName.CheckLabel(name) is { } message)
        {
            problems.Add("kyvernoExceptionNamespace", name, message, "write the namespace of Kyverno's flag exceptionNamespace");
        }
        else if (facts.KyvernoExceptionNamespace == "*")
        {
            problems.Warn(
                "kyvernoExceptionNamespace",
                "with \"*\" whoever may write exceptions in any namespace exempts workloads of every namespace: name one namespace for them.");
        }

        if (facts.KyvernoPolicyExceptions == true && facts.KyvernoExceptionNamespace is null)
        {
            problems.Add("kyvernoExceptionNamespace", null, "policy exceptions are on, and the namespace that they count in is not stated", "state the value of Kyverno's flag exceptionNamespace");
        }
    }
}
