using Hardening.Components;

namespace Hardening.Infra.Plans.Reading;

/// <summary>Reads <c>hardening:registries</c>.</summary>
internal static class RegistriesReader
{
    /// <summary>The member that lists the trusted registries; the component calls it <c>registries</c>.</summary>
    public const string TrustedKey = "trusted";

    public static RegistriesPlan? Read(PlanObject? section, IReadOnlyList<ExceptionPlan> exceptions, ClusterFactsArgs facts, RolloutPlan rollout)
    {
        if (section is null)
            return null;
        var exemptions = ExceptionsReader.ReadExemptions(section, Controls.RegistryAllowlist, exceptions);
        var args = new RegistryAllowlistArgs
        {
            Registries = section.TextsOrNull(TrustedKey),
            Mode = rollout.ModeOf(Controls.RegistryAllowlist),
            FailurePolicy = section.Text("failurePolicy", PolicyFailure.All),
            ExcludedNamespaces = exemptions.Namespaces?.ToList(),
            Exceptions = exemptions.Exceptions.Select(exception => exception.Args).ToList(),
            Cluster = facts,
        };
        if (section.Text("engine", PolicyEngine.All) is { } engine)
            args.Engine = engine;
        if (section.Text("policyName") is { } name)
            args.PolicyName = name;
        section.Done<RegistryAllowlistArgs>();
        return new RegistriesPlan(args, exemptions);
    }
}
