using Hardening.Components;
using Hardening.Infra.Plans;

namespace Hardening.Infra.Audit;

/// <summary>The plan's policies with what is exempt from them on a day: what has expired excuses nothing.</summary>
internal sealed class InForce(HardeningPlan plan, DateOnly asOf)
{
    public HardeningPlan Plan { get; } = plan;

    public RegistryAllowlistArgs? Registries { get; } = plan.Registries is { } registries
        ? new RegistryAllowlistArgs { Registries = registries.Args.Registries, ExcludedNamespaces = Excluded(registries.Exemptions, asOf), Exceptions = Exceptions(registries.Args.Exceptions, asOf) }
        : null;

    public ImagePinningArgs? Pinning { get; } = plan.Pinning is { } pinning
        ? new ImagePinningArgs
        {
            Digest = pinning.Args.Digest,
            TwoNumberVersions = pinning.Args.TwoNumberVersions,
            ExcludedNamespaces = Excluded(pinning.Exemptions, asOf),
            Exceptions = Exceptions(pinning.Args.Exceptions, asOf),
        }
        : null;

    /// <summary>What the plan's namespaces admit.</summary>
    public IReadOnlyDictionary<string, NamespaceAdmission> Admission { get; } =
        plan.Namespaces.ToDictionary(space => space.Name, space => new NamespaceAdmission(Of(space.Args, asOf), space.Path), StringComparer.Ordinal);

    private static List<string>? Excluded(PolicyExemptions exemptions, DateOnly asOf) =>
        exemptions.Namespaces?.Where((_, index) => !Expiry.IsExpired(exemptions.Reasons[index].Expires, asOf)).ToList();

    private static List<ImageExceptionArgs>? Exceptions(List<ImageExceptionArgs>? exceptions, DateOnly asOf) =>
        exceptions?.FindAll(exception => !Expiry.IsExpired(exception.Expires, asOf));

    private static HardenedNamespaceArgs Of(HardenedNamespaceArgs args, DateOnly asOf) => new()
    {
        Name = args.Name,
        Size = args.Size,
        PodSecurity = args.PodSecurity,
        Limits = args.Limits,
        Quota = args.Quota,
        Exemptions = args.Exemptions?.FindAll(exemption => !Expiry.IsExpired(exemption.Expires, asOf)),
        Cluster = args.Cluster,
    };
}
