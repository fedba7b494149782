namespace Hardening.Components;

/// <summary>The default ingress policy of a namespace: the plan's arguments with the namespace and the cluster's facts filled in.</summary>
internal static class IngressDefaults
{
    /// <summary>A copy, so that one arguments object can serve several namespaces; null where there is no policy.</summary>
    public static IngressPolicyArgs? Fill(HardenedNamespaceArgs args) => args.Ingress is not { } ingress
        ? null
        : new IngressPolicyArgs
        {
            Namespace = ingress.Namespace ?? args.Name!,
            PolicyName = ingress.PolicyName,
            PodSelector = ingress.PodSelector,
            Mode = ingress.Mode,
            Rules = ingress.Rules,
            WaitForValid = ingress.WaitForValid,
            Cluster = ingress.Cluster ?? args.Cluster,
        };

    public static void CheckNamespace(HardenedNamespaceArgs args, ProblemList problems)
    {
        if (Known.TryGet(args.Ingress!.Namespace, out var @namespace) && @namespace != args.Name)
        {
            problems.Add("namespace", @namespace, $"is another namespace than {args.Name}, whose default ingress this is", "leave it out, or use an IngressPolicy of its own");
        }
    }
}
