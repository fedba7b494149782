using Hardening.Components;

namespace Hardening.Infra.Plans.Reading;

/// <summary>Reads ingress rules, which are written exactly as the component's arguments.</summary>
internal static class IngressReader
{
    public static List<IngressRuleArgs>? ReadRules(PlanObject owner, List<PlanReference> references) =>
        owner.ObjectsOrNull("ingress")?.ConvertAll(rule => ReadRule(rule, references));

    private static IngressRuleArgs ReadRule(PlanObject rule, List<PlanReference> references)
    {
        var args = new IngressRuleArgs
        {
            SameNamespace = rule.Bool("sameNamespace") ?? false,
            AnyNamespace = rule.Bool("anyNamespace") ?? false,
            Pods = rule.TextMap("pods"),
            KubeApiServer = rule.Bool("kubeApiServer") ?? false,
            Nodes = rule.Bool("nodes") ?? false,
            Cidr = rule.Leaf("cidr"),
            Cidrs = rule.Leaves("cidrs"),
            Except = rule.Leaves("except"),
            Entities = rule.TextsOrNull("entities", IngressEntity.All),
            Icmp = EgressReader.ReadIcmp(rule.Object("icmp")),
            World = rule.Bool("world") ?? false,
            None = rule.Bool("none") ?? false,
            Ports = rule.TextsOrIntegers("ports"),
            AllPorts = rule.Bool("allPorts") ?? false,
            Reason = rule.Text("reason"),
        };
        if (EgressReader.Refer(rule, "namespace", ReferenceKind.Namespace, references) is { } space)
            args.Namespace = space;
        if (EgressReader.Refer(rule, "cidrGroup", ReferenceKind.CidrGroup, references) is { } group)
            args.CidrGroup = group;
        rule.Done<IngressRuleArgs>();
        return args;
    }
}
