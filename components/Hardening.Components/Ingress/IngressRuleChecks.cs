using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Checks one rule: one source, the members that go with it, and their values.</summary>
internal static class IngressRuleChecks
{
    public static void Check(IngressRuleArgs rule, string place, ProblemList problems, IngressScope scope)
    {
        var set = IngressKinds.Set(rule);
        if (PeerKinds.Single(set, IngressKinds.Known, Direction.Ingress, problems) is not { } kind)
        {
            return;
        }

        RefuseMisplaced(rule, kind, set[0].Member, problems);
        if (!scope.Facts.IsKubernetes || CanSay(rule, kind, problems, scope))
        {
            CheckSource(rule, kind, place, problems, scope);
        }

        CheckPorts(rule, kind, problems, scope);
        if (rule.Reason is not null && string.IsNullOrWhiteSpace(rule.Reason))
        {
            problems.Add("reason", rule.Reason, "says nothing", "say why the source is let in, or leave it out");
        }
    }

    private static bool CanSay(IngressRuleArgs rule, IngressKind kind, ProblemList problems, IngressScope scope)
    {
        switch (kind)
        {
            case IngressKind.KubeApiServer:
                return KubernetesPeerChecks.HasApiServer(problems, scope.Facts);
            case IngressKind.Nodes:
                return KubernetesPeerChecks.HasNodes(problems, scope.Facts);
            case IngressKind.CidrGroup:
                return KubernetesPeerChecks.HasGroup(rule.CidrGroup!, problems, scope.Facts);
            case IngressKind.Entities:
                problems.Add(
                    "entities",
                    null,
                    "are identities of Cilium, which a NetworkPolicy does not know",
                    $"name the sources (namespace, anyNamespace, nodes), {KubernetesPeerChecks.OrCilium}");
                return false;
            case IngressKind.Icmp:
                KubernetesPeerChecks.RefuseIcmp(problems);
                return false;
            case IngressKind.World:
                KubernetesPeerChecks.WarnOfWorld(problems, scope.Facts);
                return true;
            default:
                return true;
        }
    }

    private static void CheckSource(IngressRuleArgs rule, IngressKind kind, string place, ProblemList problems, IngressScope scope)
    {
        switch (kind)
        {
            case IngressKind.SameNamespace or IngressKind.Namespace or IngressKind.AnyNamespace:
                if (rule.Namespace is not null)
                {
                    InputLeaf.Of(rule.Namespace).Check(problems, "namespace", NameChecks.Label);
                }

                LabelChecks.Check(rule.Pods, problems, "pods");
                break;
            case IngressKind.Cidr:
                var blocks = AddressBlocks.Check(place, rule.Cidr, rule.Cidrs, rule.Except, rule.AllPorts, rule.Reason, problems, scope.Facts);
                WorldChecks.CheckAllowed(blocks, rule.Cidr is null ? "cidrs" : "cidr", Direction.Ingress, problems);
                scope.Allowed.Add(blocks);
                break;
            case IngressKind.CidrGroup:
                InputLeaf.Of(rule.CidrGroup!).Check(problems, "cidrGroup", NameChecks.Subdomain);
                break;
            case IngressKind.Entities:
                CheckEntities(rule, problems, scope);
                break;
            case IngressKind.Icmp:
                IcmpChecks.Check(rule.Icmp!, Direction.Ingress, problems.At("icmp"), scope.Facts);
                break;
            case IngressKind.World when rule.Reason is null:
                problems.Add("reason", null, "world lets everybody outside the cluster in and needs a written reason", "say why these pods need it, or name the sources");
                break;
            default:
                break;
        }
    }

    private static void CheckEntities(IngressRuleArgs rule, ProblemList problems, IngressScope scope)
    {
        EntryLists.Check(rule.Entities!.ConvertAll(entity => entity is null ? null! : (Pulumi.Input<string>)entity), problems, "entities", (value, report) =>
        {
            if (IngressEntity.All.Contains(value, StringComparer.Ordinal))
            {
                if (value == IngressEntity.ClusterMesh && !scope.Facts.HasClusterMeshEntity)
                {
                    report.Refuse(value, "needs Cilium 1.20", "state cluster.ciliumVersion or update Cilium");
                }

                return value;
            }

            report.Refuse(value, "is no entity that may be written here", Instead(value));
            return null;
        });
        if (rule.Reason is null)
        {
            problems.Add("reason", null, "entities are wide and need a written reason", "say why they are let in, or name the sources");
        }
    }

    private static string Instead(string entity) => entity switch
    {
        "world" => "write world: true in a rule of its own",
        "host" or "remote-node" => "write nodes: true in a rule of its own; kubelet probes need none",
        "kube-apiserver" => "write kubeApiServer: true in a rule of its own",
        "none" => "write none: true as the only rule",
        "all" => "write anyNamespace, nodes and world as rules of their own",
        _ when DidYouMean.Suggest(entity, IngressEntity.All) is { } meant => $"did you mean {meant}?",
        _ => $"write one of {string.Join(", ", IngressEntity.All)}",
    };

    private static void CheckPorts(IngressRuleArgs rule, IngressKind kind, ProblemList problems, IngressScope scope)
    {
        if (kind is IngressKind.None or IngressKind.Icmp)
        {
            return;
        }

        // The ports are those of the governed pods, whose containers may name them whoever connects.
        PortChecks.Check(rule.Ports, problems, PortNames.Allowed, scope.Facts);
        PortChecks.WarnOfServicePorts(rule.Ports, problems);
        if (rule.Ports is not null && rule.AllPorts)
        {
            problems.Add("allPorts", "true", "stands beside ports", "keep one of the two");
        }
        else if (rule.AllPorts && kind is IngressKind.KubeApiServer or IngressKind.Nodes)
        {
            problems.Add("allPorts", "true", $"does not go with {IngressKinds.Set(rule)[0].Member}", "list the ports that it connects to");
        }
        else if (rule.Ports is null && !rule.AllPorts)
        {
            problems.Add("ports", null, "are missing", "list the containers' ports, such as 8080/TCP, or state allPorts: true");
        }
    }

    private static void RefuseMisplaced(IngressRuleArgs rule, IngressKind kind, string member, ProblemList problems)
    {
        if (rule.Pods is not null && kind is not (IngressKind.SameNamespace or IngressKind.Namespace or IngressKind.AnyNamespace))
        {
            problems.Add("pods", null, $"does not go with {member}", "pods narrows sameNamespace, namespace or anyNamespace");
        }

        if (rule.Except is not null && kind != IngressKind.Cidr)
        {
            problems.Add(
                "except",
                null,
                $"does not go with {member}",
                kind == IngressKind.CidrGroup ? "leave the block out of the group itself" : "except narrows cidr or cidrs");
        }

        if (kind is IngressKind.None or IngressKind.Icmp && (rule.Ports is not null || rule.AllPorts))
        {
            problems.Add(
                rule.Ports is null ? "allPorts" : "ports",
                null,
                $"does not go with {member}",
                kind == IngressKind.None ? "take it out: there is no source" : "ICMP has types, not ports: give the ports a rule of their own");
        }
    }
}
