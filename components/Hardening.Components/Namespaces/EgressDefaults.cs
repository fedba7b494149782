namespace Hardening.Components;

/// <summary>The default egress policy of a namespace: the plan's arguments with the namespace and the cluster's facts filled in.</summary>
internal static class EgressDefaults
{
    /// <summary>A copy, so that one arguments object can serve several namespaces; null where there is no policy.</summary>
    public static EgressPolicyArgs? Fill(HardenedNamespaceArgs args) => args.Egress is not { } egress
        ? null
        : new EgressPolicyArgs
        {
            Namespace = egress.Namespace ?? args.Name!,
            PolicyName = egress.PolicyName,
            PodSelector = egress.PodSelector,
            Mode = egress.Mode,
            Rules = egress.Rules,
            Deny = egress.Deny,
            WaitForValid = egress.WaitForValid,
            Cluster = egress.Cluster ?? args.Cluster,
        };

    public static void CheckNamespace(HardenedNamespaceArgs args, ProblemList problems)
    {
        if (Known.TryGet(args.Egress!.Namespace, out var @namespace) && @namespace != args.Name)
        {
            problems.Add("namespace", @namespace, $"is another namespace than {args.Name}, whose default egress this is", "leave it out, or use an EgressPolicy of its own");
        }
    }
}
