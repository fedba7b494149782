using System.Text.Json;
using System.Text.Json.Nodes;
using Hardening.Components.Tests.Support;

namespace Hardening.Components.Tests.Defaults;

/// <summary>Writes what <c>tests/cel</c> compares: policies, and for namespaces of several names the objects that a planned namespace of the same size and egress has.</summary>
public sealed class DefaultsCelCasesTests
{
    private static readonly string[] Names = ["shop", "default", "kubeflow", "argocd", "playground", "kube-system", "kube-x", "kyverno", "a-namespace-whose-name-is-quite-long"];

    private static readonly Action<NamespaceDefaultsArgs>[] Variants =
    [
        _ => { },
        args => (args.EgressMode, args.Size) = (Rollout.Enforce, NamespaceSize.Large),
        args => (args.EgressMode, args.Egress) = (Rollout.Enforce,
        [
            EgressRule.Dns(),
            EgressRule.KubeApiServer(),
            new() { Fqdns = ["api.example.com", "**.example.org"], Ports = ["443/TCP"], Reason = "It's needed.\nBy all." },
            EgressRule.Cidr("203.0.113.0/24", "8000-8010/TCP"),
        ]),
        args => (args.EgressMode, args.Cluster!.NetworkPolicyEngine) = (Rollout.Enforce, NetworkPolicyEngine.KubernetesNetworkPolicy),
        args => (args.EgressMode, args.Cluster!.NetworkPolicyEngine) = (Rollout.Off, NetworkPolicyEngine.KubernetesNetworkPolicy),
    ];

    [Fact]
    public async Task Policies_and_objects_for_the_CEL_engine_are_written()
    {
        var policies = new List<IReadOnlyDictionary<string, object>>();
        var decisions = new List<object>();
        foreach (var change in Variants)
        {
            var args = NamespaceDefaultsTests.Args(change);
            var policy = (await RecordedStack.RunAsync(() => _ = new NamespaceDefaults("table", args)))["table-policy"].Inputs;
            policies.Add(policy);
            var variables = JsonSerializer.SerializeToNode(policy["spec"])!["variables"]!.AsArray();
            var namespaces = new List<object>();
            foreach (var name in Names)
            {
                namespaces.Add(new { @namespace = name, objects = new NamespaceDefaultsRules(args).Applies(name) ? await PlannedAsync(args, name) : null });
            }

            decisions.Add(new { expressions = variables.Select(variable => (string)variable!["expression"]!), namespaces });
        }

        CelFolder.Write("table.generations.json", new { policies, decisions });
        Assert.All(policies, policy => Assert.Equal("GeneratingPolicy", policy["kind"]));
    }

    /// <summary>The objects of a planned namespace, under the names of the defaults; what flows are stamped with is the policy's name alone.</summary>
    private static async Task<List<JsonNode>> PlannedAsync(NamespaceDefaultsArgs args, string name)
    {
        var egress = new EgressPolicyArgs { PolicyName = "default-egress", Mode = args.EgressMode, Rules = args.Egress ?? [EgressRule.Dns(), EgressRule.SameNamespace()] };
        var planned = new HardenedNamespaceArgs { Name = name, Adopt = true, Size = args.Size, Egress = egress, Cluster = args.Cluster };
        var stack = await RecordedStack.RunAsync(() => _ = new HardenedNamespace("planned", planned));
        var objects = new List<JsonNode>();
        foreach (var (resource, own) in new[] { ("planned-limits", "default-limits"), ("planned-quota", "default-quota"), ("planned-egress-policy", "default-egress") })
        {
            if (args.EgressMode == Rollout.Off && own == "default-egress")
            {
                continue;
            }

            var manifest = JsonSerializer.SerializeToNode(stack[resource].Inputs)!;
            var metadata = manifest["metadata"]!.AsObject();
            Assert.Equal(name, (string?)metadata["namespace"]);
            metadata.Remove("namespace");
            metadata["name"] = own;
            if (manifest["spec"]!["log"] is { } log)
            {
                log["value"] = own;
            }

            objects.Add(manifest);
        }

        return objects;
    }
}
