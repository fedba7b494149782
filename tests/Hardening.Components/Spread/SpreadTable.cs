using System.Text.Json;

namespace Hardening.Components.Tests.Spread;

/// <summary>The table that the C# rules of topology spread and the CEL of both engines are held against.</summary>
internal sealed record SpreadTable(List<SpreadWorkloadArgs> Workloads, List<SpreadRow> Rows)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static SpreadTable Read() => JsonSerializer.Deserialize<SpreadTable>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Spread", "spread.json")), Options)!;

    public TopologySpreadArgs ToArgs(string delivery) => new()
    {
        Delivery = delivery,
        Workloads = Workloads,
        Cluster = new() { KubernetesVersion = "1.36", KyvernoVersion = "1.19.0", Nodes = 3, Zones = ["a", "b"] },
    };

    /// <summary>Pods drawn at random from the labels and namespaces of the workloads, and others.</summary>
    public IReadOnlyList<JsonElement> Draw(int count)
    {
        const int seed = 20261122;
        var random = new Random(seed);
        string[] spaces = [.. Workloads.Select(workload => workload.Namespace!), "shop"];
        KeyValuePair<string, string>[] labels = [.. Workloads.SelectMany(workload => workload.PodSelector!), new("app", "web"), new("component", "agent")];
        return [.. Enumerable.Range(0, count).Select(_ => JsonSerializer.SerializeToElement(Pod()))];

        object Pod()
        {
            var spec = new Dictionary<string, object>(StringComparer.Ordinal) { ["containers"] = Array.Empty<object>() };
            if (random.Next(4) == 0)
            {
                spec["topologySpreadConstraints"] = Enumerable.Range(1, random.Next(3)).Select(skew => new { maxSkew = skew, topologyKey = "kubernetes.io/hostname", whenUnsatisfiable = "ScheduleAnyway" }).ToArray();
            }

            var metadata = new Dictionary<string, object>(StringComparer.Ordinal) { ["name"] = "drawn", ["namespace"] = spaces[random.Next(spaces.Length)] };
            if (random.Next(8) > 0)
            {
                var own = new Dictionary<string, string>(StringComparer.Ordinal);
                for (var index = random.Next(5); index >= 0; index--)
                {
                    var (key, value) = labels[random.Next(labels.Length)];
                    own[key] = value;
                }

                metadata["labels"] = own;
            }

            return new { apiVersion = "v1", kind = "Pod", metadata, spec };
        }
    }
}
