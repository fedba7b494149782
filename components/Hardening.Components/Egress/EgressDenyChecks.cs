namespace Hardening.Components;

/// <summary>Checks one carve-out.</summary>
internal static class EgressDenyChecks
{
    public static void Check(EgressDenyArgs deny, string place, ProblemList problems, EgressScope scope)
    {
        var set = EgressKinds.Set(deny);
        if (PeerKinds.Single(set, EgressKinds.OfDeny, Direction.Egress, problems) is not { } kind)
        {
            return;
        }

        var member = set[0].Member;
        if (deny.Except is not null && kind != EgressKind.Cidr)
        {
            problems.Add("except", null, $"does not go with {member}", "except narrows cidr or cidrs");
        }

        if (deny.Pods is not null && kind != EgressKind.Namespace)
        {
            problems.Add("pods", null, $"does not go with {member}", "pods narrows namespace");
        }

        CheckDestination(deny, kind, place, problems, scope);
        if (deny.Reason is not null && string.IsNullOrWhiteSpace(deny.Reason))
        {
            problems.Add("reason", deny.Reason, "says nothing", "say why the destination is denied, or leave it out");
        }
    }

    private static void CheckDestination(EgressDenyArgs deny, EgressKind kind, string place, ProblemList problems, EgressScope scope)
    {
        PortChecks.Check(deny.Ports, problems, kind == EgressKind.Namespace ? PortNames.Allowed : PortNames.Refused, scope.Facts);
        switch (kind)
        {
            case EgressKind.Cidr:
                scope.Denied.Add(AddressBlocks.Check(place, deny.Cidr, deny.Cidrs, deny.Except, deny.Ports is null, deny.Reason, problems, scope.Facts));
                break;
            case EgressKind.CidrGroup:
                InputLeaf.Of(deny.CidrGroup!).Check(problems, "cidrGroup", NameChecks.Subdomain);
                break;
            case EgressKind.Namespace:
                InputLeaf.Of(deny.Namespace!).Check(problems, "namespace", NameChecks.Label);
                LabelChecks.Check(deny.Pods, problems, "pods");
                break;
            default:
                break;
        }
    }
}
