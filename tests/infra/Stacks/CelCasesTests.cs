using System.Text.Json;
using System.Text.Json.Nodes;
using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Reading;
using Hardening.Infra.StackFiles;
using Hardening.Infra.Stacks;
using Hardening.Preview;
using Pulumi;

namespace Hardening.Infra.Tests.Stacks;

/// <summary>
/// Writes what <c>tests/cel</c> holds the rendered policies of both stacks against: the pods that the C# rules make of pods of the plan's workloads, and the objects of planned namespaces.
/// <c>HARDENING_CEL</c> names the folder to write to.
/// </summary>
public sealed class CelCasesTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Pods_and_objects_for_the_CEL_engine_are_written(string stack)
    {
        var plan = PlanReader.Read(PlanSource.Of(StackConfiguration.Load(PulumiProject.Load(TestFiles.Root), TestFiles.InRepository($"Pulumi.{stack}.yaml")))).OrThrow();
        var captured = await CaptureAsync(options => new HardeningStack(plan, options));

        var rules = new TopologySpreadRules(plan.Spread!);
        var pods = plan.Spread!.Workloads!.SelectMany(PodsOf).Select(pod => new { pod, patched = rules.Apply(JsonSerializer.SerializeToElement(pod)) }).ToList();
        var constraints = SpecOf(captured, "MutatingPolicy")["variables"]!.AsArray().Single()!["expression"];
        Write($"{stack}.mutations.json", new { policies = Array.Empty<object>(), decisions = new[] { new { expression = (string)constraints!, pods } } });
        Assert.Equal(plan.Spread.Workloads!.Count * 3, pods.Count(pair => !JsonNode.DeepEquals(pair.pod, pair.patched)));

        var defaults = new NamespaceDefaultsRules(new NamespaceDefaultsArgs
        {
            PlannedNamespaces = [.. plan.Namespaces.Select(space => space.Name), .. plan.Cluster.ExternalNamespaces],
            ExcludedNamespaces = plan.Defaults!.Args.ExcludedNamespaces,
        });
        var namespaces = new List<object>();
        foreach (var name in plan.Namespaces.Select(space => space.Name).Concat(["shop", "default", "kube-public", "longhorn-system"]))
            namespaces.Add(new { @namespace = name, objects = defaults.Applies(name) ? await PlannedAsync(plan.Defaults.Args, name) : null });
        var expressions = SpecOf(captured, "GeneratingPolicy")["variables"]!.AsArray().Select(variable => (string)variable!["expression"]!);
        Write($"{stack}.generations.json", new { policies = Array.Empty<object>(), decisions = new[] { new { expressions, namespaces } } });
    }

    /// <summary>Pods of a workload that get constraints (three), and pods that are almost its own.</summary>
    private static IEnumerable<JsonObject> PodsOf(SpreadWorkloadArgs workload)
    {
        yield return Pod(workload.Namespace!, workload.PodSelector!, null);
        yield return Pod(workload.Namespace!, new Dictionary<string, string>(workload.PodSelector!) { ["pod-template-hash"] = "5b9" }, null);
        yield return Pod(workload.Namespace!, workload.PodSelector!, new JsonArray());
        yield return Pod(workload.Namespace!, workload.PodSelector!, new JsonArray(new JsonObject { ["maxSkew"] = 2 }));
        yield return Pod("elsewhere", workload.PodSelector!, null);
        yield return Pod(workload.Namespace!, workload.PodSelector!.ToDictionary(label => label.Key, label => label.Value + "x"), null);
        yield return Pod(workload.Namespace!, workload.PodSelector!.Skip(1).Append(new("other", "label")), null);
    }

    private static JsonObject Pod(string space, IEnumerable<KeyValuePair<string, string>> labels, JsonArray? constraints)
    {
        var spec = new JsonObject { ["containers"] = new JsonArray() };
        if (constraints is not null)
            spec["topologySpreadConstraints"] = constraints;
        return new JsonObject
        {
            ["metadata"] = new JsonObject { ["name"] = "pod", ["namespace"] = space, ["labels"] = new JsonObject(labels.Select(label => KeyValuePair.Create(label.Key, (JsonNode?)label.Value))) },
            ["spec"] = spec,
        };
    }

    /// <summary>The objects of a planned namespace of that size and egress, under the names of the defaults.</summary>
    private static async Task<List<JsonNode>> PlannedAsync(NamespaceDefaultsArgs defaults, string name)
    {
        var egress = new EgressPolicyArgs { PolicyName = "default-egress", Mode = defaults.EgressMode, Rules = defaults.Egress };
        var captured = await CaptureAsync(options => new PlannedNamespace(options, new HardenedNamespaceArgs { Name = name, Adopt = true, Size = defaults.Size, Egress = egress, Cluster = defaults.Cluster }));
        var objects = new List<JsonNode>();
        foreach (var (kind, own) in new[] { ("LimitRange", "default-limits"), ("ResourceQuota", "default-quota"), ("CiliumNetworkPolicy", "default-egress") })
        {
            var manifest = Json(captured.Resources.Single(resource => resource.Kind == kind).Inputs)!;
            var metadata = manifest["metadata"]!.AsObject();
            metadata.Remove("namespace");
            metadata["name"] = own;
            if (manifest["spec"]!["log"] is { } log)
                log["value"] = own;
            objects.Add(manifest);
        }

        return objects;
    }

    private static Task<CapturedStack> CaptureAsync(Func<StackOptions, Stack> create) => StackCapture.RunAsync(create, new CaptureOptions { Project = "hardening", Stack = "cel" });

    private static JsonNode SpecOf(CapturedStack captured, string kind) => Json(captured.Resources.Single(resource => resource.Kind == kind).Inputs["spec"]!)!;

    private static JsonNode? Json(CapturedValue value) => value.Kind switch
    {
        CapturedKind.Map => new JsonObject(value.Members.Select(member => KeyValuePair.Create(member.Name, Json(member.Value)))),
        CapturedKind.List => new JsonArray([.. value.Items.Select(Json)]),
        CapturedKind.Text => value.Text,
        CapturedKind.Number => value.Number,
        CapturedKind.Boolean => value.Boolean,
        _ => null,
    };

    private static void Write(string file, object content)
    {
        var folder = Environment.GetEnvironmentVariable("HARDENING_CEL") ?? Directory.CreateTempSubdirectory("hardening-cel").FullName;
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, file), JsonSerializer.Serialize(content, JsonSerializerOptions.Web));
    }

    private sealed class PlannedNamespace : Stack
    {
        public PlannedNamespace(StackOptions options, HardenedNamespaceArgs args)
            : base(options) => _ = new HardenedNamespace("planned", args);
    }
}
