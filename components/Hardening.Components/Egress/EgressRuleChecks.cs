namespace Hardening.Components;

/// <summary>Checks one rule: one destination, the members that go with it, and their values.</summary>
internal static class EgressRuleChecks
{
    public static void Check(EgressRuleArgs rule, string place, ProblemList problems, EgressScope scope)
    {
        var set = EgressKinds.Set(rule);
        if (PeerKinds.Single(set, EgressKinds.OfRule, Direction.Egress, problems) is not { } kind)
        {
            return;
        }

        var member = set[0].Member;
        RefuseMisplaced(rule, kind, member, problems);
        if (!scope.Facts.IsKubernetes || EgressKubernetesChecks.CanSay(rule, kind, member, problems, scope))
        {
            CheckDestination(rule, kind, place, problems, scope);
        }

        if (rule.Reason is not null && string.IsNullOrWhiteSpace(rule.Reason))
        {
            problems.Add("reason", rule.Reason, "says nothing", "say why these pods need the destination, or leave it out");
        }
    }

    private static void CheckDestination(EgressRuleArgs rule, EgressKind kind, string place, ProblemList problems, EgressScope scope)
    {
        switch (kind)
        {
            case EgressKind.Dns:
                DnsChecks.Check(rule.Dns!, problems.At("dns"), scope);
                break;
            case EgressKind.NodeLocalDns:
                DnsChecks.Check(rule.NodeLocalDns!, problems.At("nodeLocalDns"), scope);
                break;
            case EgressKind.SameNamespace or EgressKind.Namespace or EgressKind.AnyNamespace:
                CheckPods(rule, problems, scope);
                break;
            case EgressKind.KubeApiServer:
                CheckApiServer(rule, problems, scope);
                break;
            case EgressKind.Nodes:
                CheckNodes(rule, problems, scope);
                break;
            case EgressKind.Nfs:
                NfsChecks.Check(rule.Nfs!, place, !string.IsNullOrWhiteSpace(rule.Reason), problems.At("nfs"), scope);
                break;
            case EgressKind.Fqdn:
                CheckNames(rule, place, problems, scope);
                break;
            case EgressKind.Cidr:
                PortChecks.Check(rule.Ports, problems, PortNames.Refused, scope.Facts);
                var blocks = AddressBlocks.Check(place, rule.Cidr, rule.Cidrs, rule.Except, rule.Ports is null, rule.Reason, problems, scope.Facts);
                WorldChecks.CheckAllowed(blocks, rule.Cidr is null ? "cidrs" : "cidr", Direction.Egress, problems);
                scope.Allowed.Add(blocks);
                break;
            case EgressKind.CidrGroup:
                PortChecks.Check(rule.Ports, problems, PortNames.Refused, scope.Facts);
                CheckName(rule.CidrGroup!, problems, "cidrGroup", NameChecks.Subdomain);
                break;
            case EgressKind.Icmp:
                IcmpChecks.Check(rule.Icmp!, Direction.Egress, problems.At("icmp"), scope.Facts);
                break;
            case EgressKind.World:
                CheckWorld(rule, problems, scope);
                break;
            default:
                break;
        }
    }

    private static void CheckPods(EgressRuleArgs rule, ProblemList problems, EgressScope scope)
    {
        if (rule.Namespace is not null)
        {
            CheckName(rule.Namespace, problems, "namespace", NameChecks.Label);
        }

        LabelChecks.Check(rule.Pods, problems, "pods");
        PortChecks.Check(rule.Ports, problems, PortNames.Allowed, scope.Facts);
        PortChecks.WarnOfServicePorts(rule.Ports, problems);
    }

    private static void CheckApiServer(EgressRuleArgs rule, ProblemList problems, EgressScope scope)
    {
        var ports = PortChecks.Check(rule.Ports, problems, PortNames.Refused, scope.Facts);
        if (ports.Count > 0 && !ports.Any(port => PortChecks.Includes(port, 6443)))
        {
            problems.Warn(
                "ports",
                "leaves out 6443, where most API servers listen: a policy is judged after service translation, so 443 alone is enough only where the API server listens there");
        }
    }

    private static void CheckNodes(EgressRuleArgs rule, ProblemList problems, EgressScope scope)
    {
        PortChecks.Check(rule.Ports, problems, PortNames.Refused, scope.Facts);
        if (rule.Ports is null)
        {
            problems.Add(
                "ports",
                null,
                "nodes without ports opens every port of every node, the kubelet's included",
                "list the ports, such as 9100/TCP");
        }
    }

    private static void CheckNames(EgressRuleArgs rule, string place, ProblemList problems, EgressScope scope)
    {
        scope.NameRules.Add(place);
        string? Name(string value, LeafReport report) => FqdnChecks.Destination(value, report, scope.Facts, scope.ClusterDomain);
        if (rule.Fqdn is not null)
        {
            InputLeaf.Of(rule.Fqdn).Check(problems, "fqdn", Name);
        }

        EntryLists.Check(rule.Fqdns, problems, "fqdns", Name);
        PortChecks.Check(rule.Ports, problems, PortNames.Refused, scope.Facts);
    }

    private static void CheckWorld(EgressRuleArgs rule, ProblemList problems, EgressScope scope)
    {
        scope.AllowsWorld = true;
        PortChecks.Check(rule.Ports, problems, PortNames.Refused, scope.Facts);
        if (rule.Reason is null)
        {
            problems.Add(
                "reason",
                null,
                "world opens everything outside the cluster and needs a written reason",
                "say why these pods need it, or name the destinations");
        }
    }

    private static void CheckName(Pulumi.Input<string> input, ProblemList problems, string member, LeafCheck check) =>
        InputLeaf.Of(input).Check(problems, member, check);

    private static void RefuseMisplaced(EgressRuleArgs rule, EgressKind kind, string member, ProblemList problems)
    {
        if (rule.Pods is not null && kind is not (EgressKind.SameNamespace or EgressKind.Namespace or EgressKind.AnyNamespace))
        {
            problems.Add("pods", null, $"does not go with {member}", "pods narrows sameNamespace, namespace or anyNamespace");
        }

        if (rule.Except is not null && kind != EgressKind.Cidr)
        {
            problems.Add(
                "except",
                null,
                $"does not go with {member}",
                kind == EgressKind.CidrGroup ? "leave the block out of the group itself" : "except narrows cidr or cidrs");
        }

        if (rule.Ports is not null && PortsElsewhere(kind) is { } fix)
        {
            problems.Add("ports", null, $"does not go with {member}", fix);
        }
    }

    private static string? PortsElsewhere(EgressKind kind) => kind switch
    {
        EgressKind.Dns => "set dns.port where the resolver does not listen on 53",
        EgressKind.NodeLocalDns => "set nodeLocalDns.port where it does not listen on 53",
        EgressKind.Nfs => "the ports follow from nfs.version",
        EgressKind.Icmp => "ICMP has types, not ports: give the ports a rule of their own",
        EgressKind.None => "take it out: there is no destination",
        _ => null,
    };
}
