using Hardening.Infra.Plans;
using Hardening.Preview;

namespace Hardening.Infra.Reports.DefinitionOfDone.Evidence;

/// <summary>Egress or ingress: a policy of all pods of the namespace that denies what its rules do not allow.</summary>
/// <param name="control">The control.</param>
/// <param name="direction">The member of policies, <c>egress</c> or <c>ingress</c>, which is the plan's key too.</param>
/// <param name="type">Its name among the types of a Kubernetes NetworkPolicy.</param>
/// <param name="what">What is restricted, for a sentence about a namespace.</param>
internal sealed class NetworkEvidence(string control, string direction, string type, string what) : NamespaceEvidence(control)
{
    protected override DoneLine Line(DoneFacts facts, NamespacePlan space)
    {
        var line = Restriction(facts, space);
        if (line.State is not DoneState.Done || direction != "egress")
            return line;
        // A restriction to everything is none; whom pods serve may be anybody.
        var open = facts.Objects("CiliumNetworkPolicy", space.Name).Concat(facts.Objects("NetworkPolicy", space.Name)).FirstOrDefault(NetworkPolicies.ReachesEverything);
        return open is null ? line : new DoneLine(space.Name, Control, DoneState.Missing, $"{EvidenceText.Of(open)} lets pods connect to any address outside the cluster", $"name the destinations instead of world: true below {space.Path}, or exempt the namespace from {Control}");
    }

    private DoneLine Restriction(DoneFacts facts, NamespacePlan space)
    {
        CapturedResource? watching = null;
        foreach (var policy in facts.Objects("CiliumNetworkPolicy", space.Name).Where(policy => NetworkPolicies.SelectsAllPods(policy, direction)))
        {
            if (NetworkPolicies.DeniesByDefault(policy, direction) is { Boolean: true } denies)
                return Done(space, EvidenceText.Of(policy, $"spec.enableDefaultDeny.{direction}", denies) + NetworkPolicies.Rules(policy, direction));
            watching = policy;
        }

        if (facts.Objects("NetworkPolicy", space.Name).FirstOrDefault(policy => NetworkPolicies.Governs(policy, type)) is { } kubernetes)
            return Done(space, EvidenceText.Of(kubernetes, "spec.policyTypes", kubernetes.Inputs["spec"]!["policyTypes"]) + NetworkPolicies.Rules(kubernetes, direction));
        return watching is null
            ? Missing(space, $"in {space.Name} no policy restricts {what}", direction)
            : Watching(space, EvidenceText.Of(watching, $"spec.enableDefaultDeny.{direction}", NetworkPolicies.DeniesByDefault(watching, direction)));
    }
}
