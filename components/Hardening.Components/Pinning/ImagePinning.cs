using Pulumi;

namespace Hardening.Components;

/// <summary>
/// Lets only images into the cluster that name one build for good: in containers, init containers, ephemeral containers and image volumes, when pods are created and
/// changed. What does not parse is refused; what already runs is not judged again. <see cref="ImagePinningRules"/> says what counts as pinned.
/// </summary>
/// <example>
/// <code>
/// _ = new ImagePinning("image-pinning", new()
/// {
///     Mode = Rollout.Enforce,
///     TwoNumberVersions = ["registry.k8s.io/pause"],
///     ExcludedNamespaces = ["kube-system"],
///     Exceptions =
///     [
///         new() { Namespace = "labs", Images = ["ghcr.io/example/labs"], Reason = "Labs follow the main branch.", Owner = "labs", Expires = "2027-03-31" },
///     ],
///     Cluster = new() { KyvernoVersion = "1.19.0", KyvernoPolicyExceptions = true, KyvernoExceptionNamespace = "kyverno" },
/// });
/// </code>
/// </example>
public sealed class ImagePinning : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string TypeToken = "hardening:index:ImagePinning";

    /// <summary>Declares the policy, and what belongs to it, for the engine that the arguments name.</summary>
    /// <param name="name">The component's resource name; its children are named after it.</param>
    /// <param name="args">What counts as pinned, who enforces it and what is exempt.</param>
    /// <param name="options">Resource options.</param>
    /// <exception cref="ComponentArgumentException">The arguments are refused; every problem is named.</exception>
    public ImagePinning(string name, ImagePinningArgs args, ComponentResourceOptions? options = null)
        : this(name, Accepted<ImagePinningArgs>.Of(nameof(ImagePinning), name, args, Validate), options)
    {
    }

    internal ImagePinning(string name, Accepted<ImagePinningArgs> accepted, ComponentResourceOptions? options)
        : base(TypeToken, name, accepted.Args, options)
    {
        accepted.Warn(this);
        var args = accepted.Args;
        var digest = args.Digest!;
        var twoNumbers = new ImagePinningRules(digest, args.TwoNumberVersions).TwoNumberVersions;
        new PodPolicy(name, this)
        {
            PolicyName = args.PolicyName!,
            Mode = args.Mode!,
            FailurePolicy = args.FailurePolicy,
            ExcludedNamespaces = args.ExcludedNamespaces,
            ExceptionNamespace = args.Cluster!.KyvernoExceptionNamespace,
            ExceptionsEnd = ClusterFacts.KyvernoHas(args.Cluster, "1.19"),
            Exceptions = ImageExceptionCel.Of(args.Exceptions, excepted => PinningCel.IsAccepted(digest, twoNumbers, excepted)),
            Variables = PinningCel.Variables(digest, twoNumbers),
            Expression = PinningCel.IsAllowed,
            Message = PinningCel.StaticMessage,
            MessageExpression = PinningCel.Message,
        }.Create(args.Engine);
        PolicyName = Output.Create(args.PolicyName!);
        RegisterOutputs();
    }

    /// <summary>The policy object's name.</summary>
    [Output("policyName")]
    public Output<string> PolicyName { get; private set; }

    /// <summary>Checks arguments without creating anything.</summary>
    /// <param name="args">The arguments.</param>
    /// <returns>Every problem and warning, paths relative to the arguments.</returns>
    public static ValidationResult Validate(ImagePinningArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return ImagePinningValidation.Validate(args);
    }

    /// <summary>The exceptions that have expired on a day.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="asOf">The day to judge by.</param>
    /// <returns>One finding each, paths relative to the arguments.</returns>
    public static IReadOnlyList<Finding> ExpiredExceptions(ImagePinningArgs args, DateOnly asOf)
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
    /// <exception cref="ComponentArgumentException">The arguments are refused.</exception>
    public static IReadOnlyList<RefusedImage> RefusedImages(ImagePinningArgs args, string podNamespace, IReadOnlyDictionary<string, string> labels, IEnumerable<string> images)
    {
        ArgumentNullException.ThrowIfNull(args);
        var rules = new ImagePinningRules(args.Digest ?? ImageDigest.Optional, args.TwoNumberVersions);
        return PodImages.Refused(args.ExcludedNamespaces, args.Exceptions, podNamespace, labels, images, image => rules.Decide(image).Reason);
    }
}
