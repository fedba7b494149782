using System.Globalization;
using Pulumi;

namespace Hardening.Components;

/// <summary>
/// Holds one workload to its profile of security contexts: pods with its labels are judged when they are created, ephemeral containers when they are added. What already
/// runs is not judged again. Where the Pod Security Standards judge a namespace, this judges a workload in it.
/// </summary>
/// <example>
/// <code>
/// _ = new WorkloadSecurity("cloudflared", new()
/// {
///     Namespace = "cloudflared",
///     Workload = "cloudflared",
///     PodSelector = new() { ["app.kubernetes.io/name"] = "cloudflared" },
///     Profile = SecurityProfile.RestrictedReadOnly,
///     RunAsUser = 65532,
///     Reason = "Network-only, no special access needed",
///     NamespaceLevel = PodSecurityLevel.Restricted,
///     Mode = Rollout.Enforce,
///     Cluster = new() { KyvernoVersion = "1.19.0" },
/// });
/// </code>
/// </example>
public sealed class WorkloadSecurity : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string TypeToken = "hardening:index:WorkloadSecurity";

    /// <summary>Declares the workload's policy for the engine that the arguments name.</summary>
    /// <param name="name">The component's resource name; its children are named after it.</param>
    /// <param name="args">The workload, its profile and why.</param>
    /// <param name="options">Resource options.</param>
    /// <exception cref="ComponentArgumentException">The arguments are refused; every problem is named.</exception>
    public WorkloadSecurity(string name, WorkloadSecurityArgs args, ComponentResourceOptions? options = null)
        : this(name, Accepted<WorkloadSecurityArgs>.Of(nameof(WorkloadSecurity), name, args, Validate), options)
    {
    }

    internal WorkloadSecurity(string name, Accepted<WorkloadSecurityArgs> accepted, ComponentResourceOptions? options)
        : base(TypeToken, name, accepted.Args, options)
    {
        accepted.Warn(this);
        var args = accepted.Args;
        var policyName = WorkloadSecurityValidation.PolicyNameOf(args);
        if (args.Profile != SecurityProfile.Privileged)
        {
            Create(name, args, policyName);
        }

        PolicyName = Output.Create(policyName);
        RegisterOutputs();
    }

    /// <summary>The policy object's name; profile <see cref="SecurityProfile.Privileged"/>, which demands nothing, has no such object.</summary>
    [Output("policyName")]
    public Output<string> PolicyName { get; private set; }

    /// <summary>Checks arguments without creating anything.</summary>
    /// <param name="args">The arguments.</param>
    /// <returns>Every problem and warning, paths relative to the arguments.</returns>
    public static ValidationResult Validate(WorkloadSecurityArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return WorkloadSecurityValidation.Validate(args);
    }

    /// <summary>The workload's row in a summary of security contexts, as the cells of a Markdown table: workload, <c>runAsNonRoot</c>, <c>readOnlyRootFilesystem</c>, privileged, reason.</summary>
    /// <param name="args">Validated arguments.</param>
    public static IReadOnlyList<string> Summary(WorkloadSecurityArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        const string undemanded = "—";
        var restricted = args.Profile is SecurityProfile.Restricted or SecurityProfile.RestrictedReadOnly;
        return
        [
            args.Title ?? args.Workload ?? string.Empty,
            !restricted ? undemanded : args.RunAsUser is { } user ? string.Create(CultureInfo.InvariantCulture, $"Yes ({user})") : "Yes",
            args.Profile == SecurityProfile.RestrictedReadOnly ? "Yes" : undemanded,
            args.Profile == SecurityProfile.Privileged ? "Yes" : "No",
            args.Reason ?? string.Empty,
        ];
    }

    private void Create(string name, WorkloadSecurityArgs args, string policyName)
    {
        var subject = $"security context of {args.Namespace}/{args.Workload}, profile {args.Profile}";
        new PodPolicy(name, this)
        {
            PolicyName = policyName,
            Mode = args.Mode!,
            FailurePolicy = args.FailurePolicy,
            // Rules for controllers would look for the pods' labels at the controllers.
            JudgesControllers = false,
            Scope =
            [
                ("namespace", $"has(object.metadata.namespace) && object.metadata.namespace == {CelText.Literal(args.Namespace!)}"),
                ("pods", $"has(object.metadata.labels) && {string.Join(" && ", Labels(args))}"),
            ],
            Variables = new WorkloadSecurityRules(args.Profile!, args.RunAsUser, args.AddCapabilities).Variables,
            Expression = "size(variables.violations) == 0",
            Message = subject,
            MessageExpression = $"{CelText.Literal(subject + ": ")} + variables.violations.join('; ')",
        }.Create(args.Engine);
    }

    private static IEnumerable<string> Labels(WorkloadSecurityArgs args) => args.PodSelector!.OrderBy(label => label.Key, StringComparer.Ordinal)
        .Select(label => $"{CelText.Literal(label.Key)} in object.metadata.labels && object.metadata.labels[{CelText.Literal(label.Key)}] == {CelText.Literal(label.Value)}");
}
