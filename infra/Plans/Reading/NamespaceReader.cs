using Hardening.Components;
using Hardening.Primitives;
using Pulumi;

namespace Hardening.Infra.Plans.Reading;

/// <summary>Reads one item of <c>hardening:namespaces</c>.</summary>
internal sealed class NamespaceReader(ClusterFactsArgs facts, RolloutPlan rollout)
{
    public NamespacePlan Read(PlanObject item)
    {
        var name = item.RequiredText("name", "name the namespace");
        var modes = NamespaceModes.Read(item, rollout);
        var references = new List<PlanReference>();
        var args = new HardenedNamespaceArgs
        {
            Name = name.Length > 0 ? name : null,
            Adopt = item.Bool("adopt") ?? false,
            Force = item.Bool("force") ?? false,
            Labels = InputMap(item.TextMap("labels")),
            Annotations = InputMap(item.TextMap("annotations")),
            Size = item.OneOf("size", NamespaceSize.All),
            PodSecurity = ReadPodSecurity(item.Object("podSecurity"), modes.Of(NamespaceControl.PodSecurity)),
            Limits = ReadLimits(item.Object("limits"), modes.Of(NamespaceControl.LimitRange)),
            Quota = ReadQuota(item.Object("quota"), modes.Of(NamespaceControl.ResourceQuota)),
            Exemptions = ExemptionReader.Read(item),
            Cluster = facts,
        };
        var policies = new PolicyReader(facts, name, modes, references);
        policies.Read(item, null, null);
        var security = new List<SecurityPlan>();
        var images = new List<ImagesPlan>();
        var critical = new List<CriticalWorkload>();
        var workloads = ReadWorkloads(item, args, modes, policies, security, images, critical);
        item.Done<NamespacePlan, HardenedNamespaceArgs>();
        return new NamespacePlan(name, args, policies.Egress, workloads, references, item.Path) { Modes = modes, Ingress = policies.Ingress, Security = security, Images = images, Critical = critical };
    }

    private static List<string> ReadWorkloads(
        PlanObject item,
        HardenedNamespaceArgs space,
        NamespaceModes modes,
        PolicyReader policies,
        List<SecurityPlan> security,
        List<ImagesPlan> images,
        List<CriticalWorkload> critical)
    {
        var workloads = new List<string>();
        foreach (var workload in item.Objects("workloads"))
        {
            var name = workload.RequiredText("name", "name the workload");
            if (name.Length > 0 && KubernetesName.CheckLabel(name) is { } wrong)
                workload.Problems.Add(workload.PathOf("name"), name, wrong, "write the Deployment's, StatefulSet's or DaemonSet's name");
            else if (name.Length > 0 && workloads.Contains(name, StringComparer.Ordinal))
                workload.Problems.Add(workload.PathOf("name"), name, "is the name of an earlier workload of this namespace too", "keep one of them");
            workloads.Add(name);
            var pods = workload.TextMap("podSelector");
            policies.Read(workload, name, pods);
            if (SecurityReader.Read(workload, name, pods, space, item.Path, modes) is { } context)
                security.Add(context);
            if (ImagesReader.Read(workload, name, pods, space.Name ?? "") is { } run)
                images.Add(run);
            if (CriticalReader.Read(workload, name) is { } needed)
                critical.Add(needed);
            workload.Done<EgressPolicyArgs, IngressPolicyArgs>();
        }

        return workloads;
    }

    private static PodSecurityArgs ReadPodSecurity(PlanObject? item, string mode)
    {
        var args = new PodSecurityArgs { Mode = mode };
        if (item is null)
            return args;
        args.Level = item.Text("level", PodSecurityLevel.All);
        args.AuditLevel = item.Text("auditLevel", PodSecurityLevel.All);
        args.WarnLevel = item.Text("warnLevel", PodSecurityLevel.All);
        args.Version = item.Version("version");
        item.Done<PodSecurityArgs>();
        return args;
    }

    private static NamespaceLimitsArgs ReadLimits(PlanObject? item, string mode)
    {
        var args = new NamespaceLimitsArgs { Mode = mode };
        if (item is null)
            return args;
        args.Container = ReadLimit(item.Object("container"));
        args.Pod = ReadLimit(item.Object("pod"));
        args.PersistentVolumeClaim = ReadLimit(item.Object("persistentVolumeClaim"));
        item.Done<NamespaceLimitsArgs>();
        return args;
    }

    private static LimitArgs? ReadLimit(PlanObject? item)
    {
        if (item is null)
            return null;
        var args = new LimitArgs
        {
            Default = item.QuantityMap("default"),
            DefaultRequest = item.QuantityMap("defaultRequest"),
            Max = item.QuantityMap("max"),
            Min = item.QuantityMap("min"),
            MaxLimitRequestRatio = item.QuantityMap("maxLimitRequestRatio"),
        };
        item.Done<LimitArgs>();
        return args;
    }

    private static NamespaceQuotaArgs ReadQuota(PlanObject? item, string mode)
    {
        var args = new NamespaceQuotaArgs { Mode = mode };
        if (item is null)
            return args;
        args.Hard = item.QuantityMap("hard");
        args.Scopes = item.TextsOrNull("scopes", QuotaScope.All);
        args.ScopeSelector = item.ObjectsOrNull("scopeSelector")?.ConvertAll(ReadScope);
        args.Reason = item.Text("reason");
        item.Done<NamespaceQuotaArgs>();
        return args;
    }

    private static QuotaScopeArgs ReadScope(PlanObject item)
    {
        var args = new QuotaScopeArgs { ScopeName = item.Text("scopeName", QuotaScope.All), Operator = item.Text("operator", QuotaScopeOperator.All), Values = item.TextsOrNull("values") };
        item.Done<QuotaScopeArgs>();
        return args;
    }

    private static InputMap<string>? InputMap(Dictionary<string, string>? map)
    {
        if (map is null)
            return null;
        var inputs = new InputMap<string>();
        foreach (var (key, value) in map)
            inputs.Add(key, value);
        return inputs;
    }
}
