using Hardening.Components.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Hardening.Components.Tests.Namespaces;

public sealed class HardenedNamespaceTests
{
    [Fact]
    public async Task It_creates_the_namespace_its_LimitRange_and_its_quota_as_children()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new HardenedNamespace("grafana", Plans.Namespace()));

        Assert.Equal(
            [
                "hardening:index:HardenedNamespace grafana < ",
                "kubernetes:core/v1:Namespace grafana-namespace < grafana",
                "kubernetes:core/v1:LimitRange grafana-limits < grafana",
                "kubernetes:core/v1:ResourceQuota grafana-quota < grafana",
            ],
            stack.Resources.Skip(1).Select(resource => $"{resource.Type} {resource.Name} < {(resource.Parent == "grafana" ? "grafana" : string.Empty)}"));
    }

    [Fact]
    public async Task The_quota_waits_for_the_LimitRange_and_both_for_the_namespace()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new HardenedNamespace("grafana", Plans.Namespace()));

        Assert.Equal(["grafana-namespace"], stack["grafana-limits"].DependsOn);
        Assert.Equal(["grafana-namespace", "grafana-limits"], stack["grafana-quota"].DependsOn);
    }

    [Fact]
    public async Task The_default_namespace_audits_baseline_at_the_clusters_version()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new HardenedNamespace("grafana", Plans.Namespace()));

        Assert.Equal(
            """{"apiVersion":"v1","kind":"Namespace","metadata":{"labels":{"app.kubernetes.io/managed-by":"hardening","pod-security.kubernetes.io/audit":"baseline","pod-security.kubernetes.io/audit-version":"v1.34"},"name":"grafana"}}""",
            stack["grafana-namespace"].Json());
    }

    [Fact]
    public async Task The_LimitRange_states_defaults_beside_the_maximum_in_canonical_quantities()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new HardenedNamespace("grafana", Plans.Namespace(args => args.Limits = new()
        {
            Container = new() { Max = new() { ["memory"] = "6144Mi" }, Min = new() { ["cpu"] = "0.005" }, MaxLimitRequestRatio = new() { ["cpu"] = "20" } },
            Pod = new() { Max = new() { ["memory"] = "8Gi" } },
            PersistentVolumeClaim = new() { Min = new() { ["storage"] = "1Gi" }, Max = new() { ["storage"] = "0.5Ti" } },
        })));

        Assert.Equal("""{"labels":{"app.kubernetes.io/managed-by":"hardening"},"name":"hardening-limits","namespace":"grafana"}""", stack["grafana-limits"].Json("metadata"));
        Assert.Equal(
            """{"limits":[{"default":{"cpu":"500m","memory":"512Mi"},"defaultRequest":{"cpu":"50m","memory":"128Mi"},"max":{"cpu":"2","memory":"6Gi"},"maxLimitRequestRatio":{"cpu":"20"},"min":{"cpu":"5m"},"type":"Container"},"""
            + """{"max":{"memory":"8Gi"},"type":"Pod"},{"max":{"storage":"512Gi"},"min":{"storage":"1Gi"},"type":"PersistentVolumeClaim"}]}""",
            stack["grafana-limits"].Json("spec"));
    }

    [Fact]
    public async Task The_quota_counts_what_the_size_says_with_the_plans_changes()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new HardenedNamespace("grafana", Plans.Namespace(args => args.Quota = new()
        {
            Hard = new() { ["memory"] = "1.5Gi", ["pods"] = "none", ["count/jobs.batch"] = "10", ["requests.nvidia.com/gpu"] = "1", ["fast.storageclass.storage.k8s.io/requests.storage"] = "100Gi" },
        })));

        Assert.Equal("""{"labels":{"app.kubernetes.io/managed-by":"hardening"},"name":"hardening-quota","namespace":"grafana"}""", stack["grafana-quota"].Json("metadata"));
        Assert.Equal(
            """{"hard":{"count/jobs.batch":"10","fast.storageclass.storage.k8s.io/requests.storage":"100Gi","limits.cpu":"8","limits.memory":"6Gi","persistentvolumeclaims":"10","requests.cpu":"2","requests.memory":"1536Mi","requests.nvidia.com/gpu":"1"}}""",
            stack["grafana-quota"].Json("spec"));
    }

    [Fact]
    public async Task A_scoped_quota_starts_from_no_numbers_and_keeps_its_scopes()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new HardenedNamespace("grafana", Plans.Namespace(args => args.Quota = new()
        {
            Hard = new() { ["pods"] = "5" },
            Scopes = ["NotTerminating"],
            ScopeSelector = [new() { ScopeName = "PriorityClass", Operator = "In", Values = ["low"] }, new() { ScopeName = "BestEffort", Operator = "Exists" }],
        })));

        Assert.Equal(
            """{"hard":{"pods":"5"},"scopeSelector":{"matchExpressions":[{"operator":"In","scopeName":"PriorityClass","values":["low"]},{"operator":"Exists","scopeName":"BestEffort"}]},"scopes":["NotTerminating"]}""",
            stack["grafana-quota"].Json("spec"));
    }

    [Fact]
    public async Task A_control_that_is_off_or_exempt_creates_nothing()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new HardenedNamespace("rkllama", Plans.Namespace(args =>
        {
            args.Limits = new() { Mode = Rollout.Off };
            args.Exemptions = [Plans.Exemption(NamespaceControl.ResourceQuota)];
        })));

        Assert.Equal(["rkllama-namespace"], stack.Resources.Where(resource => resource.Parent == "rkllama").Select(resource => resource.Name));
    }

    [Fact]
    public async Task Its_outputs_are_the_name_the_quota_and_the_exemptions()
    {
        HardenedNamespace? component = null;
        await RecordedStack.RunAsync(() => component = new HardenedNamespace("grafana", Plans.Namespace(args =>
        {
            args.Size = NamespaceSize.Small;
            args.Exemptions = [Plans.Exemption(NamespaceControl.PodSecurity)];
        })));

        Assert.Equal("grafana", await OutputUtilities.GetValueAsync(component!.Name));
        Assert.Contains(await OutputUtilities.GetDependenciesAsync(component.Name), resource => resource.GetResourceName() == "grafana-namespace");
        Assert.Equal(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["requests.cpu"] = "500m", ["requests.memory"] = "1Gi", ["limits.cpu"] = "4", ["limits.memory"] = "2Gi", ["pods"] = "15", ["persistentvolumeclaims"] = "5",
            },
            (await OutputUtilities.GetValueAsync(component.Hard)).ToDictionary());
        Assert.Equal("pod-security", Assert.Single(await OutputUtilities.GetValueAsync(component.Exemptions)));
    }

    [Fact]
    public async Task The_namespace_is_retained_where_the_component_is()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new HardenedNamespace("grafana", Plans.Namespace(), new ComponentResourceOptions { RetainOnDelete = true }));

        Assert.True(stack["grafana-namespace"].Options.RetainOnDelete);
    }

    [Fact]
    public async Task Labels_and_annotations_of_the_plan_are_kept_beside_ours()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new HardenedNamespace("grafana", Plans.Namespace(args =>
        {
            args.Labels = new InputMap<string> { ["team"] = "observability", ["app.kubernetes.io/managed-by"] = "argocd" };
            args.Annotations = new InputMap<string> { ["example.org/contact"] = Output.Create("grafana@example.org") };
        })));

        Assert.Equal(
            """{"annotations":{"example.org/contact":"grafana@example.org"},"labels":{"app.kubernetes.io/managed-by":"argocd","pod-security.kubernetes.io/audit":"baseline","pod-security.kubernetes.io/audit-version":"v1.34","team":"observability"},"name":"grafana"}""",
            stack["grafana-namespace"].Json("metadata"));
    }

    [Fact]
    public async Task A_label_that_becomes_known_later_is_refused_then()
    {
        var late = new TaskCompletionSource<string>();
        var run = RecordedStack.RunAsync(() => _ = new HardenedNamespace("grafana", Plans.Namespace(args => args.Labels = new InputMap<string> { ["team"] = Output.Create(late.Task) })));
        late.SetResult("not a value!");

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => run);
        Assert.Contains("labels[team]: a label's value has at most 63 letters, digits, hyphens, underscores or dots", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_arguments_register_nothing_and_every_problem_is_named()
    {
        ComponentArgumentException? exception = null;
        var stack = await RecordedStack.RunAsync(() => exception = Assert.Throws<ComponentArgumentException>(() => new HardenedNamespace("grafana", new HardenedNamespaceArgs { Name = "Grafana", Size = "medium" })));

        Assert.Equal(
            """
            HardenedNamespace "grafana": 3 problems
              - name: a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit (got "Grafana"); write the namespace's name, such as grafana
              - size: is not a value that this argument knows (got "medium"); did you mean Medium? It is one of Small, Medium, Large
              - podSecurity.version: is not stated, and neither is the version of Kubernetes; state cluster.kubernetesVersion, or a version such as v1.34
            """,
            exception!.Message);
        Assert.DoesNotContain(stack.Resources, resource => resource.Name == "grafana");
    }

    [Fact]
    public void Every_size_is_accepted_without_a_warning_and_its_table_is_immutable()
    {
        foreach (var size in NamespaceSize.All)
        {
            var result = HardenedNamespace.Validate(Plans.Namespace(args => args.Size = size));
            Assert.Empty(result.Problems);
            Assert.Empty(result.Warnings);
        }

        Assert.Throws<ArgumentException>(() => NamespaceSizes.Of("Huge"));
    }
}
