using System.Collections.Immutable;
using Pulumi;

namespace Hardening.Components;

/// <summary>
/// Lets only images of trusted registries into the cluster: in containers, init containers, ephemeral containers and image volumes, when
/// pods are created and changed. What does not parse is refused; what already runs is not judged again.
/// </summary>
public sealed class RegistryAllowlist : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string TypeToken = "hardening:index:RegistryAllowlist";

    /// <summary>Declares the policy, and what belongs to it, for the engine that the arguments name.</summary>
    /// <param name="name">The component's resource name; its children are named after it.</param>
    /// <param name="args">What is trusted, who enforces it and what is exempt.</param>
    /// <param name="options">Resource options.</param>
    /// <exception cref="ComponentArgumentException">The arguments are refused; every problem is named.</exception>
    public RegistryAllowlist(string name, RegistryAllowlistArgs args, ComponentResourceOptions? options = null)
        : this(name, Accepted<RegistryAllowlistArgs>.Of(nameof(RegistryAllowlist), name, args, Validate), options)
    {
    }

    internal RegistryAllowlist(string name, Accepted<RegistryAllowlistArgs> accepted, ComponentResourceOptions? options)
        : base(TypeToken, name, accepted.Args, options)
    {
        accepted.Warn(this);
        var args = accepted.Args;
        var trusted = new RegistryRules(args.Registries!).Trusted;
        var policy = new PodPolicy(name, this)
        {
            PolicyName = args.PolicyName!,
            Mode = args.Mode!,
            FailurePolicy = args.FailurePolicy,
            ExcludedNamespaces = args.ExcludedNamespaces,
            ExceptionNamespace = args.Cluster!.KyvernoExceptionNamespace,
            ExceptionsEnd = ClusterFacts.KyvernoHas(args.Cluster, "1.19"),
            Exceptions = ImageExceptionCel.Of(args.Exceptions, others => RegistryCel.IsTrusted(CelText.List(trusted.Concat(others)))),
            Variables = RegistryCel.Variables(trusted),
            Expression = RegistryCel.IsAllowed,
            Message = RegistryCel.StaticMessage,
            MessageExpression = RegistryCel.Message,
        };
        if (args.Engine == PolicyEngine.KyvernoClusterPolicy)
        {
            ClusterPolicyEngine.Create(policy, args.Exceptions ?? [], trusted);
        }
        else
        {
            policy.Create(args.Engine);
        }

        PolicyName = Output.Create(policy.PolicyName);
        TrustedRegistries = Output.Create(trusted.ToImmutableArray());
        RegisterOutputs();
    }

    /// <summary>The policy object's name.</summary>
    [Output("policyName")]
    public Output<string> PolicyName { get; private set; }

    /// <summary>The trusted registries in canonical form.</summary>
    [Output("trustedRegistries")]
    public Output<ImmutableArray<string>> TrustedRegistries { get; private set; }

    /// <summary>Checks arguments without creating anything.</summary>
    /// <param name="args">The arguments.</param>
    /// <returns>Every problem and warning, paths relative to the arguments.</returns>
    public static ValidationResult Validate(RegistryAllowlistArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return RegistryAllowlistValidation.Validate(args);
    }

    /// <summary>The exceptions that have expired on a day.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="asOf">The day to judge by.</param>
    /// <returns>One finding each, paths relative to the arguments.</returns>
    public static IReadOnlyList<Finding> ExpiredExceptions(RegistryAllowlistArgs args, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(args);
        return [.. ImageExceptionRules.Expired(args.Exceptions, asOf)];
    }

    /// <summary>The images of a pod that the policy would refuse, exclusions and exceptions included; what is already running is not looked at.</summary>
    /// <param name="args">Valid arguments.</param>
    /// <param name="podNamespace">The pod's namespace.</param>
    /// <param name="labels">The pod's labels.</param>
    /// <param name="images">All images of the pod.</param>
    /// <returns>The images and why; none where the pod may be created.</returns>
    /// <exception cref="ComponentArgumentException">The registries are refused.</exception>
    public static IReadOnlyList<RefusedImage> RefusedImages(RegistryAllowlistArgs args, string podNamespace, IReadOnlyDictionary<string, string> labels, IEnumerable<string> images)
    {
        ArgumentNullException.ThrowIfNull(args);
        var rules = new RegistryRules(args.Registries ?? []);
        return PodImages.Refused(args.ExcludedNamespaces, args.Exceptions, podNamespace, labels, images, image => rules.Decide(image).Reason);
    }
}
