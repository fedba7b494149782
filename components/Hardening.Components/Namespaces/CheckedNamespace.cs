namespace Hardening.Components;

/// <summary>A namespace's arguments with what checking them found, and with what is resolved on the way, so that neither is done twice.</summary>
/// <param name="Args">The arguments.</param>
/// <param name="Plan">What will be created.</param>
/// <param name="Egress">The default egress policy with its own warnings; null where there is none.</param>
/// <param name="Result">What was found, that of the egress policy's arguments apart.</param>
/// <param name="OfEgress">What was found in the egress policy's arguments, relative to the namespace's.</param>
internal sealed record CheckedNamespace(HardenedNamespaceArgs Args, NamespacePlan Plan, Accepted<EgressPolicyArgs>? Egress, ValidationResult Result, ValidationResult OfEgress)
{
    private const string EgressKey = "egress";

    /// <summary>Everything that was found.</summary>
    public ValidationResult Whole => new([.. Result.Problems, .. OfEgress.Problems], [.. Result.Warnings, .. OfEgress.Warnings]);

    public static CheckedNamespace Of(HardenedNamespaceArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var problems = new ProblemList();
        NamespaceRules.Check(args, problems);
        var plan = NamespacePlan.Resolve(args, problems);
        if (EgressDefaults.Fill(args) is not { } egress)
        {
            return new CheckedNamespace(args, plan, null, problems.ToResult(), ValidationResult.Clean);
        }

        var found = EgressPolicy.Validate(egress);
        var ofEgress = new ProblemList();
        EgressDefaults.CheckNamespace(args, ofEgress.At(EgressKey));
        ofEgress.At(EgressKey).AddRange(found);
        return new CheckedNamespace(args, plan, new Accepted<EgressPolicyArgs>(egress, found.Warnings), problems.ToResult(), ofEgress.ToResult());
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
    public CheckedNamespace Silent() => this with { Result = ValidationResult.Clean, OfEgress = ValidationResult.Clean, Egress = Egress is null ? null : Egress with { Warnings = [] } };
}
