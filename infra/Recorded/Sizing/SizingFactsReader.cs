using System.Globalization;
using System.Text.Json;
using Hardening.Components;
using Hardening.Primitives;

namespace Hardening.Infra.Recorded.Sizing;

/// <summary>Reads what <see cref="SizingFacts.RecordedBy"/> prints, or several such outputs one after the other.</summary>
internal sealed class SizingFactsReader
{
    private readonly List<VpaRecommendation> _recommendations = [];
    private readonly List<ScaledWorkload> _workloads = [];
    private readonly List<Autoscaler> _autoscalers = [];
    private readonly LoosePods _pods = new();
    private readonly Dictionary<(string Namespace, string Key), Quantity> _used = [];
    private readonly string _shown;
    private string _item = "";

    private SizingFactsReader(string shown) => _shown = shown;

    /// <summary>Reads recorded JSON.</summary>
    /// <param name="json">The JSON in UTF-8.</param>
    /// <param name="shown">What problems call it.</param>
    /// <exception cref="BadInputException">It is something else.</exception>
    public static SizingFacts Read(ReadOnlyMemory<byte> json, string shown)
    {
        var reader = new SizingFactsReader(shown);
        try
        {
            reader.ReadDocuments(json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json);
        }
        catch (JsonException)
        {
            throw reader.Refused("is no JSON");
        }
        catch (Exception error) when (error is InvalidOperationException or KeyNotFoundException or FormatException or OverflowException)
        {
            throw reader.Refused(reader._item.Length == 0 ? "is no list of Kubernetes objects" : $"holds {reader._item}, which is no such object");
        }

        return reader._recommendations.Count > 0
            ? reader.Finish()
            : throw reader.Refused("holds no VerticalPodAutoscaler");
    }

    private SizingFacts Finish()
    {
        var most = _autoscalers.ToLookup(autoscaler => (autoscaler.Namespace, autoscaler.Kind, autoscaler.Workload), autoscaler => autoscaler.MaxReplicas);
        var workloads = _workloads.ConvertAll(workload => workload with { Most = most[(workload.Namespace, workload.Kind, workload.Name)].Select(replicas => (int?)replicas).Max() });
        return new SizingFacts(_recommendations, [.. workloads, .. _pods.Beside(workloads)], _autoscalers, _used);
    }

    private BadInputException Refused(string message) => new(new Problem("--facts", _shown, message, $"record it with {SizingFacts.RecordedBy}"));

    private void ReadDocuments(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { AllowMultipleValues = true });
        while (reader.Read())
        {
            using var document = JsonDocument.ParseValue(ref reader);
            foreach (var item in document.RootElement.GetProperty("items").EnumerateArray())
                ReadItem(item);
        }
    }

    private void ReadItem(JsonElement item)
    {
        var kind = item.GetProperty("kind").GetString()!;
        var metadata = item.GetProperty("metadata");
        var name = metadata.GetProperty("name").GetString()!;
        if (kind is not ("VerticalPodAutoscaler" or "Deployment" or "StatefulSet" or "DaemonSet" or "CronJob" or "Pod" or "HorizontalPodAutoscaler" or "ResourceQuota"))
            return;
        var space = metadata.GetProperty("namespace").GetString()!;
        _item = $"{kind} {space}/{name}";
        switch (kind)
        {
            case "VerticalPodAutoscaler":
                ReadRecommendation(item, metadata, space, name);
                break;
            case "HorizontalPodAutoscaler":
                ReadAutoscaler(item, space, name);
                break;
            case "Pod":
                _pods.Add(item, metadata, space, name);
                break;
            case "ResourceQuota":
                ReadUsed(item, space);
                break;
            default:
                _workloads.Add(WorkloadReader.Read(item, kind, space, name));
                break;
        }

        _item = "";
    }

    private void ReadRecommendation(JsonElement item, JsonElement metadata, string space, string name)
    {
        var target = item.GetProperty("spec").GetProperty("targetRef");
        var status = Json.Find(item, "status");
        var conditions = Json.Items(status, "conditions").Where(condition => condition.GetProperty("status").GetString() is "True").Select(condition => condition.GetProperty("type").GetString()!).ToList();
        var containers = Json.Items(Json.Find(status, "recommendation"), "containerRecommendations")
            .Select(container => new ContainerRecommendation(container.GetProperty("containerName").GetString()!, Json.AmountsOf(container, "target"), Json.AmountsOf(container, "upperBound")))
            .ToList();
        var created = DateTimeOffset.Parse(metadata.GetProperty("creationTimestamp").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        _recommendations.Add(new VpaRecommendation(space, name, target.GetProperty("kind").GetString()!, target.GetProperty("name").GetString()!, created, conditions, containers));
    }

    private void ReadAutoscaler(JsonElement item, string space, string name)
    {
        var spec = item.GetProperty("spec");
        var target = spec.GetProperty("scaleTargetRef");
        _autoscalers.Add(new Autoscaler(space, name, target.GetProperty("kind").GetString()!, target.GetProperty("name").GetString()!, spec.GetProperty("maxReplicas").GetInt32()));
    }

    /// <summary>Two quotas of a namespace may count the same: the larger number holds.</summary>
    private void ReadUsed(JsonElement item, string space)
    {
        if (Json.Find(Json.Find(item, "status"), "used") is not { } used)
            return;
        foreach (var member in used.EnumerateObject())
        {
            var quantity = Quantity.Parse(member.Value.GetString()!);
            var key = (space, member.Name is "cpu" or "memory" ? "requests." + member.Name : member.Name);
            _used[key] = _used.TryGetValue(key, out var known) ? Quantity.Max(known, quantity) : quantity;
        }
    }
}
