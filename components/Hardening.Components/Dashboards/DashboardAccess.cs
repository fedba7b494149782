using Pulumi;
using Pulumi.Kubernetes.Rbac.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Rbac.V1;
using Pulumi.Utilities;

namespace Hardening.Components;

/// <summary>
/// What a dashboard such as Headlamp may do: look at everything but secrets, and change only what is listed. No commands in containers, no forwarded ports, no
/// kubelet, no tokens, nobody else's identity, no rights for itself (<see cref="DashboardForbidden"/>).
/// </summary>
/// <remarks>
/// Children: <c>{name}-role</c> (ClusterRole) and <c>{name}-binding</c> (ClusterRoleBinding). RBAC only adds: a binding of the same account to <c>cluster-admin</c>, which
/// Headlamp's chart makes by default, has to go by <see cref="DashboardAccessArgs.ChartValue"/>. Whether it has gone is a question to the cluster, and
/// <see cref="Audit"/> answers it from recorded bindings.
/// </remarks>
public sealed class DashboardAccess : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string TypeToken = "hardening:index:DashboardAccess";

    private const string ApiGroup = "rbac.authorization.k8s.io";
    private const string ChartValueAnnotation = "hardening/needs-chart-value";

    /// <summary>Creates the component.</summary>
    /// <param name="name">The resource name.</param>
    /// <param name="args">Who may do what.</param>
    /// <param name="options">The usual resource options.</param>
    /// <exception cref="ComponentArgumentException">The arguments are refused; it lists every problem.</exception>
    public DashboardAccess(string name, DashboardAccessArgs args, ComponentResourceOptions? options = null)
        : this(name, Accepted<DashboardAccessArgs>.Of(nameof(DashboardAccess), name, args, Validate), options)
    {
    }

    internal DashboardAccess(string name, Accepted<DashboardAccessArgs> accepted, ComponentResourceOptions? options)
        : base(TypeToken, name, options)
    {
        accepted.Warn(this);
        var args = accepted.Args;
        var roleName = args.RoleName ?? DashboardAccessArgs.DefaultRoleName;
        RoleName = args.Mode == Rollout.Off ? Output.Create(roleName) : OutputUtilities.WithDependency(Output.Create(roleName), Create(name, roleName, args));
        ChartValue = Output.Create(args.ChartValue!);
        RegisterOutputs();
    }

    /// <summary>Verbs that <see cref="DashboardWriteArgs.Verbs"/> may list.</summary>
    public static IReadOnlyList<string> WriteVerbs { get; } = ["create", "update", "patch", "delete", "deletecollection"];

    /// <summary>What every dashboard may read: the kinds that Headlamp shows, without secrets.</summary>
    public static IReadOnlyList<RbacRule> DefaultReads => DashboardRoleRules.Defaults;

    /// <summary>The role's name; whoever uses it waits for the binding.</summary>
    [Output("roleName")]
    public Output<string> RoleName { get; private set; }

    /// <summary>The chart's value that takes its own binding to <c>cluster-admin</c> away.</summary>
    [Output("chartValue")]
    public Output<string> ChartValue { get; private set; }

    /// <summary>Checks the arguments; paths are relative to them.</summary>
    /// <param name="args">The arguments.</param>
    public static ValidationResult Validate(DashboardAccessArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var problems = new ProblemList();
        DashboardChecks.Check(args, problems);
        return problems.ToResult();
    }

    /// <summary>The rules of the role that these arguments make.</summary>
    /// <param name="args">The arguments.</param>
    public static IReadOnlyList<RbacRule> Rules(DashboardAccessArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return DashboardRoleRules.Of(args);
    }

    /// <summary>What recorded bindings give the dashboard beyond its role, and whether they give it the role at all.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="recorded">What was recorded in the cluster.</param>
    /// <returns>One finding each; empty when the dashboard has its role and nothing that <see cref="DashboardForbidden"/> lists.</returns>
    public static IReadOnlyList<Finding> Audit(DashboardAccessArgs args, RecordedRbac recorded)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(recorded);
        return DashboardAudit.Find(args, recorded);
    }

    private ClusterRoleBinding Create(string name, string roleName, DashboardAccessArgs args)
    {
        var rules = new InputList<PolicyRuleArgs>();
        foreach (var rule in DashboardRoleRules.Of(args))
        {
            rules.Add(Rule(rule));
        }

        var role = new ClusterRole(
            $"{name}-role",
            new ClusterRoleArgs { Metadata = Metadata(roleName, args, annotations: null), Rules = rules },
            new CustomResourceOptions { Parent = this });
        var subjects = new InputList<SubjectArgs>();
        foreach (var subject in DashboardSubjects.Of(args))
        {
            subjects.Add(Subject(subject));
        }

        return new ClusterRoleBinding(
            $"{name}-binding",
            new ClusterRoleBindingArgs
            {
                Metadata = Metadata(roleName, args, new(StringComparer.Ordinal) { [ChartValueAnnotation] = args.ChartValue! }),
                RoleRef = new RoleRefArgs { ApiGroup = ApiGroup, Kind = "ClusterRole", Name = roleName },
                Subjects = subjects,
            },
            new CustomResourceOptions { Parent = this, DependsOn = role });
    }

    private static PolicyRuleArgs Rule(RbacRule rule)
    {
        var args = new PolicyRuleArgs { ApiGroups = rule.ApiGroups.ToArray(), Resources = rule.Resources.ToArray(), Verbs = rule.Verbs.ToArray() };
        if (rule.ResourceNames.Count > 0)
        {
            args.ResourceNames = rule.ResourceNames.ToArray();
        }

        return args;
    }

    private static SubjectArgs Subject(RbacSubject subject)
    {
        var args = new SubjectArgs { Kind = subject.Kind, Name = subject.Name };
        if (subject.Namespace is { } space)
        {
            args.Namespace = space;
        }
        else
        {
            args.ApiGroup = ApiGroup;
        }

        return args;
    }

    private static ObjectMetaArgs Metadata(string name, DashboardAccessArgs args, Dictionary<string, string>? annotations)
    {
        var labels = new Dictionary<string, string>(args.Labels ?? [], StringComparer.Ordinal) { [NamespaceMetadata.ManagedByLabel] = NamespaceMetadata.ManagedBy };
        var metadata = new ObjectMetaArgs { Name = name, Labels = labels };
        if (annotations is not null)
        {
            metadata.Annotations = annotations;
        }

        return metadata;
    }
}
