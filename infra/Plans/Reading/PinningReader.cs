using Hardening.Components;

namespace Hardening.Infra.Plans.Reading;

/// <summary>Reads <c>hardening:pinning</c>.</summary>
internal static class PinningReader
{
    public static PinningPlan? Read(PlanObject? section, IReadOnlyList<ExceptionPlan> exceptions, ClusterFactsArgs facts, RolloutPlan rollout)
    {
        if (section is null)
            return null;
        var exemptions = ExceptionsReader.ReadExemptions(section, Controls.ImagePinning, exceptions);
        var args = new ImagePinningArgs
        {
            TwoNumberVersions = section.TextsOrNull("twoNumberVersions"),
            Mode = rollout.ModeOf(Controls.ImagePinning),
            FailurePolicy = section.Text("failurePolicy", PolicyFailure.All),
            ExcludedNamespaces = exemptions.Namespaces?.ToList(),
            Exceptions = exemptions.Exceptions.Select(exception => exception.Args).ToList(),
            Cluster = facts,
        };
        if (section.Text("digest", ImageDigest.All) is { } digest)
            args.Digest = digest;
        if (section.Text("engine", PolicyEngine.OfPods) is { } engine)
            args.Engine = engine;
        if (section.Text("policyName") is { } name)
            args.PolicyName = name;
        section.Done<ImagePinningArgs>();
        return new PinningPlan(args, exemptions);
    }
}
