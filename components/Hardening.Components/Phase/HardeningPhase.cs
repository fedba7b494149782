using System.Collections.Immutable;
using Pulumi;
using Pulumi.KubernetesCrds.Cilium.V2;

namespace Hardening.Components;

/// <summary>
/// The whole hardening of a cluster in one component: namespaces with limits, quotas and Pod Security labels, their egress and ingress, the registry allowlist, image pinning, security
/// contexts, alerts on cert-manager, the dashboard's rights, disruption budgets, Argo CD's projects, sealed secrets, topology spread and defaults of other namespaces. Each of its parts is a component of its own for whoever wants that alone.
/// </summary>
/// <remarks>
/// <para>Everything is checked before anything is created: each part by its component's rules, then the parts against each other (policies of the same pods, budgets of the
/// same pods, quotas against what the workers have). All problems are in one exception, with paths relative to the arguments.</para>
/// <para>Children, after <see cref="HardeningPhaseArgs.Prefix"/>: a namespace and its egress policy by the namespace's name, those of a workload as
/// <c>namespace.workload</c>, those of ingress with <c>.ingress</c> behind, a security context as <c>namespace.workload.security</c>, CIDR groups by their names, and <c>registry-allowlist</c>, <c>image-pinning</c>,
/// <c>cert-manager-alerts</c>, <c>dashboard-access</c>, <c>sealed-secrets</c>, <c>topology-spread</c>, <c>namespace-defaults</c>; what restarts with its secrets as <c>namespace.workload.kind</c>. Policies wait for their namespace and for the groups that they name, budgets and the dashboard's role for theirs.</para>
/// </remarks>
public sealed class HardeningPhase : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string TypeToken = "hardening:index:HardeningPhase";

    private readonly CheckedPhase _phase;
    private readonly string _prefix;

    /// <summary>Creates the phase.</summary>
    /// <param name="name">The resource name.</param>
    /// <param name="args">What it composes.</param>
    /// <param name="options">The usual resource options.</param>
    /// <exception cref="ComponentArgumentException">The arguments are refused; it lists every problem.</exception>
    public HardeningPhase(string name, HardeningPhaseArgs args, ComponentResourceOptions? options = null)
        : this(name, Check(args).OrThrow(name), options)
    {
        foreach (var warning in _phase.Result.Warnings)
        {
            Log.Warn(warning.ToString(), this);
        }
    }

    internal HardeningPhase(string name, CheckedPhase phase, ComponentResourceOptions? options)
        : base(TypeToken, name, options)
    {
        _phase = phase;
        _prefix = phase.Args.Prefix ?? name + "-";
        var groups = AddCidrGroups();
        var namespaces = AddNamespaces(groups);
        AddAdmission();
        AddAlerts();
        RestrictEgress(namespaces, groups);
        RestrictIngress(namespaces, groups);
        RestrictDashboard(namespaces);
        AddDisruptionBudgets(namespaces);
        RestrictGitOps(namespaces);
        AddSecrets(namespaces);
        SpreadWorkloads(namespaces);
        AddDefaults();

        Namespaces = Output.Create(phase.Namespaces.Select(space => space.Args.Name!).ToImmutableArray());
        Modes = Output.Create(PhaseModes.Of(phase));
        RegisterOutputs();
    }

    /// <summary>The namespaces of the phase.</summary>
    [Output("namespaces")]
    public Output<ImmutableArray<string>> Namespaces { get; private set; }

    /// <summary>The modes in use by control, several from the loosest to the strictest (<c>Audit, Enforce</c>); a control that nothing of the phase is about is left out.</summary>
    [Output("modes")]
    public Output<ImmutableDictionary<string, string>> Modes { get; private set; }

    /// <summary>Checks the arguments; paths are relative to them.</summary>
    /// <param name="args">The arguments.</param>
    public static ValidationResult Validate(HardeningPhaseArgs args) => Check(args).Result;

    /// <summary>Checks the arguments and keeps what creating the phase needs, so that nothing is checked twice.</summary>
    /// <param name="args">The arguments; they must not be changed before the phase is created.</param>
    /// <param name="place">
    /// Where an argument stands for whoever reads the problems, by its path in the arguments: for programs that read them from a file. Default: the path itself.
    /// </param>
    public static CheckedPhase Check(HardeningPhaseArgs args, Func<string, string>? place = null)
    {
        ArgumentNullException.ThrowIfNull(args);
        return PhaseChecks.Run(args, place ?? (path => path));
    }

    /// <summary>Cilium's kind, which clusters without it do not have; there the policies state the addresses.</summary>
    private Dictionary<string, CiliumCIDRGroup> AddCidrGroups() => new NetworkFacts(_phase.Args.Cluster).IsKubernetes
        ? []
        : _phase.CidrGroups.ToDictionary(group => group.Name!, group => CidrGroups.Create(_prefix + group.Name, group, this), StringComparer.Ordinal);

    private Dictionary<string, HardenedNamespace> AddNamespaces(Dictionary<string, CiliumCIDRGroup> groups)
    {
        var namespaces = new Dictionary<string, HardenedNamespace>(StringComparer.Ordinal);
        foreach (var space in _phase.Namespaces)
        {
            var options = Options();
            AddGroups(options, groups, space.Egress is null ? [] : CidrGroups.NamedBy(space.Egress.Args));
            AddGroups(options, groups, space.Ingress is null ? [] : CidrGroups.NamedBy(space.Ingress.Args));
            namespaces.Add(space.Args.Name!, new HardenedNamespace(_prefix + space.Args.Name, space, options));
        }

        return namespaces;
    }

    private void AddAdmission()
    {
        if (_phase.Registries is { } registries)
        {
            _ = new RegistryAllowlist(_prefix + PhaseNames.Registries, registries, Options());
        }

        if (_phase.Pinning is { } pinning)
        {
            _ = new ImagePinning(_prefix + PhaseNames.Pinning, pinning, Options());
        }

        foreach (var security in _phase.Security)
        {
            _ = new WorkloadSecurity(_prefix + PhaseNames.Of(security.Args), security, Options());
        }
    }

    private void AddAlerts()
    {
        if (_phase.CertManagerAlerts is { } alerts)
        {
            _ = new CertManagerAlerts(_prefix + PhaseNames.Alerts, alerts, Options());
        }
    }

    private void RestrictEgress(Dictionary<string, HardenedNamespace> namespaces, Dictionary<string, CiliumCIDRGroup> groups)
    {
        foreach (var policy in _phase.Egress)
        {
            var options = After(namespaces, PhaseEgress.NamespaceOf(policy.Args));
            AddGroups(options, groups, CidrGroups.NamedBy(policy.Args));
            _ = new EgressPolicy(_prefix + PhaseNames.Of(policy.Args), policy, options);
        }
    }

    private void RestrictIngress(Dictionary<string, HardenedNamespace> namespaces, Dictionary<string, CiliumCIDRGroup> groups)
    {
        foreach (var policy in _phase.Ingress)
        {
            var options = After(namespaces, PhaseIngress.NamespaceOf(policy.Args));
            AddGroups(options, groups, CidrGroups.NamedBy(policy.Args));
            _ = new IngressPolicy(_prefix + PhaseNames.Of(policy.Args), policy, options);
        }
    }

    private void RestrictDashboard(Dictionary<string, HardenedNamespace> namespaces)
    {
        if (_phase.Dashboard is { } dashboard)
        {
            _ = new DashboardAccess(_prefix + PhaseNames.Dashboard, dashboard, After(namespaces, dashboard.Args.ServiceAccount?.Namespace));
        }
    }

    private void AddDisruptionBudgets(Dictionary<string, HardenedNamespace> namespaces)
    {
        foreach (var budget in _phase.Disruption)
        {
            _ = new PodDisruption(_prefix + PhaseNames.Of(budget.Args), budget, After(namespaces, budget.Args.Namespace));
        }
    }

    private void RestrictGitOps(Dictionary<string, HardenedNamespace> namespaces)
    {
        foreach (var project in _phase.Projects)
        {
            _ = new GitOpsProject(_prefix + PhaseNames.Of(project.Args), project, After(namespaces, GitOpsProjectSet.NamespaceOf(project.Args)));
        }
    }

    private void AddSecrets(Dictionary<string, HardenedNamespace> namespaces)
    {
        SealedSecretBundle? bundle = null;
        if (_phase.Secrets is { } secrets)
        {
            var options = Options();
            foreach (var space in (secrets.Args.Sealed ?? []).Select(secret => secret.Namespace!).Distinct(StringComparer.Ordinal).Where(namespaces.ContainsKey))
            {
                options.DependsOn.Add(namespaces[space]);
            }

            bundle = new SealedSecretBundle(_prefix + PhaseNames.Secrets, secrets, options);
        }

        foreach (var rotation in _phase.Rotation)
        {
            _ = new SecretRotation(_prefix + PhaseNames.Of(rotation.Args), PhaseSecrets.Told(rotation, _phase.Secrets?.Args, bundle), Options());
        }
    }

    private void AddDefaults()
    {
        if (_phase.Defaults is { } defaults)
        {
            _ = new NamespaceDefaults(_prefix + PhaseNames.Defaults, defaults, Options());
        }
    }

    private void SpreadWorkloads(Dictionary<string, HardenedNamespace> namespaces)
    {
        if (_phase.Spread is { } spread)
        {
            _ = new TopologySpread(_prefix + PhaseNames.Spread, spread, After(namespaces, [.. spread.Args.Workloads!.Select(workload => workload.Namespace)]));
        }
    }

    private static void AddGroups(ComponentResourceOptions options, Dictionary<string, CiliumCIDRGroup> groups, IEnumerable<string> named)
    {
        foreach (var group in groups.Count == 0 ? [] : named.Distinct(StringComparer.Ordinal).Where(groups.ContainsKey))
        {
            options.DependsOn.Add(groups[group]);
        }
    }

    private ComponentResourceOptions Options() => new() { Parent = this };

    /// <summary>Options of a child that waits for its namespaces where the phase makes those.</summary>
    private ComponentResourceOptions After(Dictionary<string, HardenedNamespace> namespaces, params string?[] spaces)
    {
        var options = Options();
        foreach (var space in spaces.OfType<string>().Distinct(StringComparer.Ordinal).Where(namespaces.ContainsKey))
        {
            options.DependsOn.Add(namespaces[space]);
        }

        return options;
    }
}
