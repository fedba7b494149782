namespace Hardening.Components;

/// <summary>Checks the mode of a policy against what its engine can do. Cilium watches before it enforces; a NetworkPolicy denies as soon as it exists.</summary>
internal static class NetworkModes
{
    private static readonly string[] OfCilium = [Rollout.Audit, Rollout.Enforce];
    private static readonly string[] OfKubernetes = [Rollout.Off, Rollout.Enforce];

    public static void Check(string? mode, bool waitForValid, ClusterFactsArgs? cluster, NetworkFacts facts, Direction direction, ProblemList problems)
    {
        if (cluster?.NetworkPolicyEngine is { } engine)
        {
            Choice.Check(engine, NetworkPolicyEngine.All, problems, "cluster.networkPolicyEngine");
        }

        if (facts.IsKubernetes)
        {
            CheckKubernetes(mode, waitForValid, direction, problems);
        }
        else
        {
            CheckCilium(mode, cluster, facts, problems);
        }
    }

    private static void CheckKubernetes(string? mode, bool waitForValid, Direction direction, ProblemList problems)
    {
        if (mode == Rollout.Audit)
        {
            problems.Add(
                "mode",
                mode,
                "a NetworkPolicy cannot watch: it denies as soon as it exists, and tells nobody what it would have denied",
                $"write Off until the {direction.Peers} are complete, then Enforce, one namespace after the other");
        }
        else if (Choice.Check(mode, OfKubernetes, problems, "mode") && mode == Rollout.Off)
        {
            problems.Warn("mode", $"is Off: no policy is made, and {direction.Section} stays unrestricted");
        }

        if (waitForValid)
        {
            problems.Add("waitForValid", "true", "a NetworkPolicy has no status to wait for", "take it out");
        }
    }

    private static void CheckCilium(string? mode, ClusterFactsArgs? cluster, NetworkFacts facts, ProblemList problems)
    {
        if (mode == Rollout.Off)
        {
            problems.Add("mode", mode, "is for NetworkPolicies, which cannot watch", "write Audit, which drops nothing, or exempt the namespace");
        }
        else
        {
            Choice.Check(mode, OfCilium, problems, "mode");
        }

        if (facts.LacksDefaultDenySwitch)
        {
            problems.Add(
                "cluster.ciliumVersion",
                facts.CiliumText,
                "is too old: enableDefaultDeny, which these policies state, needs Cilium 1.16",
                "update Cilium");
        }

        if (cluster?.CiliumVersion is { } version && facts.Cilium is null)
        {
            problems.Add("cluster.ciliumVersion", version, "is no version", "write it as 1.19.4");
        }

        if (!facts.NonDefaultDenyPolicies && mode == Rollout.Audit)
        {
            problems.Add(
                "mode",
                mode,
                "would cut traffic: cluster.nonDefaultDenyPolicies says that enable-non-default-deny-policies is off, so the agents ignore enableDefaultDeny and deny by default",
                "turn the flag on in the agents' configuration, or enforce");
        }
    }

    /// <summary>Warns where an audit leaves no trace of the policy's name in the flows.</summary>
    public static void WarnOfMissingLog(string? mode, NetworkFacts facts, ProblemList problems)
    {
        if (mode != Rollout.Audit || facts.IsKubernetes || facts.HasLogField)
        {
            return;
        }

        problems.Warn(
            "cluster.ciliumVersion",
            facts.Cilium is null
                ? "is not stated, so the policy's name is not put into flows (log.value needs Cilium 1.18)"
                : $"is {facts.CiliumText}, so the policy's name is not put into flows (log.value needs Cilium 1.18)");
    }
}
