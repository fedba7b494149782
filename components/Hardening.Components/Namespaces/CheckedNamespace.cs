namespace Hardening.Components;

/// <summary>A namespace's arguments with what checking them found, and with what is resolved on the way, so that neither is done twice.</summary>
/// <param name="Args">The arguments.</param>
/// <param name="Plan">What will be created.</param>
/// <param name="Egress">The default egress policy with its own warnings; null where there is none.</param>
/// <param name="Ingress">The default ingress policy with its own warnings; null where there is none.</param>
/// <param name="Result">What was found, that of the policies' arguments apart.</param>
/// <param name="OfPolicies">What was found in the policies' arguments, relative to the namespace's.</param>
internal sealed record CheckedNamespace(
    HardenedNamespaceArgs Args, NamespacePlan Plan, Accepted<EgressPolicyArgs>? Egress, Accepted<IngressPolicyArgs>? Ingress, ValidationResult Result, ValidationResult OfPolicies)
{
    private const string EgressKey = "egress";
    private const string IngressKey = "ingress";

    /// <summary>Everything that was found.</summary>
    public ValidationResult Whole => new([.. Result.Problems, .. OfPolicies.Problems], [.. Result.Warnings, .. OfPolicies.Warnings]);

    public static CheckedNamespace Of(HardenedNamespaceArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var problems = new ProblemList();
        NamespaceRules.Check(args, problems);
        var plan = NamespacePlan.Resolve(args, problems);
        var ofPolicies = new ProblemList();
        return new CheckedNamespace(args, plan, Egress: OfEgress(args, ofPolicies.At(EgressKey)), Ingress: OfIngress(args, ofPolicies.At(IngressKey)), problems.ToResult(), ofPolicies.ToResult());
    }

    /// <summary>Itself, where nothing is wrong.</summary>
    /// <param name="name">The component's resource name.</param>
    /// <exception cref="ComponentArgumentException">The arguments are refused.</exception>
    public CheckedNamespace OrThrow(string name)
    {
        Whole.ThrowIfInvalid(nameof(HardenedNamespace), name);
        return this;
    }

    /// <summary>The same without warnings, which whoever composes the namespace has said.</summary>
    public CheckedNamespace Silent() => this with
    {
        Result = ValidationResult.Clean,
        OfPolicies = ValidationResult.Clean,
        Egress = Egress is null ? null : Egress with { Warnings = [] },
        Ingress = Ingress is null ? null : Ingress with { Warnings = [] },
    };

    private static Accepted<EgressPolicyArgs>? OfEgress(HardenedNamespaceArgs args, ProblemList problems)
    {
        if (EgressDefaults.Fill(args) is not { } egress)
        {
            return null;
        }

        var found = EgressPolicy.Validate(egress);
        EgressDefaults.CheckNamespace(args, problems);
        problems.AddRange(found);
        return new Accepted<EgressPolicyArgs>(egress, found.Warnings);
    }

    private static Accepted<IngressPolicyArgs>? OfIngress(HardenedNamespaceArgs args, ProblemList problems)
    {
        if (IngressDefaults.Fill(args) is not { } ingress)
        {
            return null;
        }

        var found = IngressPolicy.Validate(ingress);
        IngressDefaults.CheckNamespace(args, problems);
        problems.AddRange(found);
        return new Accepted<IngressPolicyArgs>(ingress, found.Warnings);
    }
}
