using System.Collections.Immutable;
using Hardening.Components;
using Hardening.Infra.Plans;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.KubernetesCrds.Cilium.V2;

namespace Hardening.Infra.Stacks;

/// <summary>The hardening phase as a Pulumi stack, section by section.</summary>
public sealed class HardeningStack : Stack
{
    private readonly HardeningPlan _plan;

    /// <summary>The stack of an engine: the plan comes from the stack's configuration.</summary>
    public HardeningStack()
        : this(EnginePlan.Read())
    {
    }

    internal HardeningStack(HardeningPlan plan, StackOptions? options = null)
        : base(options)
    {
        _plan = plan;
        var namespaces = AddQuotasAndLimits();
        AddRegistryAllowlist();
        AddImagePinning();
        AddWorkloadSecurity();
        AddHealthAlerting();
        RestrictEgress(namespaces);
        RestrictDashboard(namespaces);
        AddDisruptionBudgets(namespaces);

        Namespaces = Output.Create(plan.Namespaces.Select(space => space.Name).ToImmutableArray());
        Modes = Output.Create(Controls.All.ToImmutableDictionary(control => control, plan.Rollout.ModeOf, StringComparer.Ordinal));
    }

    /// <summary>The managed namespaces.</summary>
    [Output("namespaces")]
    public Output<ImmutableArray<string>> Namespaces { get; private set; }

    /// <summary>How far each control has been rolled out; single namespaces may differ.</summary>
    [Output("modes")]
    public Output<ImmutableDictionary<string, string>> Modes { get; private set; }

    /// <summary>2.1 ResourceQuotas and LimitRanges: a ceiling for every namespace and defaults for every container; with them the Pod Security labels.</summary>
    private Dictionary<string, HardenedNamespace> AddQuotasAndLimits() =>
        _plan.Namespaces.ToDictionary(space => space.Name, space => new HardenedNamespace(space.Name, space.Args), StringComparer.Ordinal);

    /// <summary>2.3 Image registry allowlist: no image from anywhere else.</summary>
    private void AddRegistryAllowlist()
    {
        if (_plan.Registries is { } registries)
            _ = new RegistryAllowlist("registry-allowlist", registries.Args);
    }

    /// <summary>Container image pinning: every image is a version, none is whatever was pushed last.</summary>
    private void AddImagePinning()
    {
        if (_plan.Pinning is { } pinning)
            _ = new ImagePinning("image-pinning", pinning.Args);
    }

    /// <summary>Security contexts: each workload is held to what it needs, where the Pod Security Standards know namespaces only.</summary>
    private void AddWorkloadSecurity()
    {
        foreach (var security in _plan.Namespaces.SelectMany(space => space.Security))
            _ = new WorkloadSecurity($"{security.Args.Namespace}.{security.Args.Workload}.security", security.Args);
    }

    /// <summary>2.4 cert-manager health alerting: know at once when renewals stop, not when certificates are about to expire.</summary>
    private void AddHealthAlerting()
    {
        if (_plan.CertManagerAlerts is { } alerts)
            _ = new CertManagerAlerts("cert-manager-alerts", alerts);
    }

    /// <summary>2.5 Egress to known destinations only: implicit deny per namespace, never a world deny beside allows.</summary>
    private void RestrictEgress(Dictionary<string, HardenedNamespace> namespaces)
    {
        var groups = _plan.Cluster.CidrGroups.Where(group => group.Cidrs is not null).ToDictionary(group => group.Name, CidrGroup, StringComparer.Ordinal);
        foreach (var space in _plan.Namespaces)
        {
            var options = new ComponentResourceOptions { DependsOn = { namespaces[space.Name] } };
            foreach (var reference in space.References.Where(reference => reference.Kind is ReferenceKind.CidrGroup && groups.ContainsKey(reference.Name)))
                options.DependsOn.Add(groups[reference.Name]);

            // A dot stands in no namespace's and no workload's name, so that two policies never share one.
            foreach (var egress in space.Egress)
                _ = new EgressPolicy(egress.Workload is null ? space.Name : $"{space.Name}.{egress.Workload}", egress.Args, options);
        }
    }

    /// <summary>RBAC of the dashboard: it reads, and changes only what the plan lists.</summary>
    private void RestrictDashboard(Dictionary<string, HardenedNamespace> namespaces)
    {
        if (_plan.Dashboard is not { } dashboard)
            return;
        var options = new ComponentResourceOptions();
        if (dashboard.ServiceAccount?.Namespace is { } space && namespaces.TryGetValue(space, out var planned))
            options.DependsOn.Add(planned);
        _ = new DashboardAccess("dashboard-access", dashboard, options);
    }

    /// <summary>Budgets of critical workloads: a drained node never takes all of their pods at once.</summary>
    private void AddDisruptionBudgets(Dictionary<string, HardenedNamespace> namespaces)
    {
        foreach (var budget in _plan.Disruption)
        {
            var options = new ComponentResourceOptions();
            if (namespaces.TryGetValue(budget.Namespace!, out var planned))
                options.DependsOn.Add(planned);
            _ = new PodDisruption($"{budget.Namespace}.{budget.Workload}", budget, options);
        }
    }

    private static CiliumCIDRGroup CidrGroup(CidrGroupPlan group) => new(group.Name, new CiliumCIDRGroupArgs
    {
        Metadata = new ObjectMetaArgs { Name = group.Name, Labels = { ["app.kubernetes.io/managed-by"] = "hardening" } },
        Spec = new CiliumCIDRGroupSpecArgs { ExternalCIDRs = group.Cidrs!.Select(cidr => Primitives.Cidr.Parse(cidr).ToString()).ToList() },
    });
}
