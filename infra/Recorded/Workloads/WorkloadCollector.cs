using System.Text.Json;

namespace Hardening.Infra.Recorded.Workloads;

/// <summary>Sorts recorded objects into workloads. Pods come in any order, before or after what made them.</summary>
internal sealed class WorkloadCollector
{
    private const string HashLabel = "pod-template-hash";
    private const string ReplicaSet = "ReplicaSet";

    private readonly Dictionary<WorkloadName, RecordedWorkload> _workloads = [];
    private readonly Dictionary<WorkloadName, WorkloadName> _owners = [];
    private readonly Dictionary<WorkloadName, string> _hashes = [];
    private readonly HashSet<WorkloadName> _seen = [];
    private readonly SortedDictionary<string, int> _others = new(StringComparer.Ordinal);
    private int _pods;
    private int _finished;

    /// <summary>How many objects said something.</summary>
    public int Taken { get; private set; }

    /// <exception cref="InvalidOperationException">The object is none of Kubernetes'.</exception>
    public void Add(JsonElement item)
    {
        var kind = Facts.Text(item, "kind") ?? throw new InvalidOperationException();
        if (kind is not (WorkloadName.Pod or ReplicaSet) && !Controllers.IsKnown(kind))
        {
            _others[kind] = _others.GetValueOrDefault(kind) + 1;
            return;
        }

        var metadata = Facts.Object(item, "metadata") ?? throw new InvalidOperationException();
        var name = new WorkloadName(Required(metadata, "namespace"), kind, Required(metadata, "name"));
        var spec = Facts.Object(item, "spec") ?? throw new InvalidOperationException();
        Taken++;
        if (!_seen.Add(name))
            return;
        if (kind is WorkloadName.Pod)
            AddPod(name, item, metadata, spec);
        else
            AddController(name, item, metadata, spec);
    }

    /// <summary>Everything that was added, with each pod at the controller that a user knows.</summary>
    public RecordedCluster Finish()
    {
        var known = new Dictionary<WorkloadName, RecordedWorkload>();
        foreach (var workload in _workloads.Values.OrderByDescending(workload => workload.Template is not null))
        {
            var name = Resolve(workload.Name);
            if (name == workload.Name && !known.ContainsKey(name))
            {
                known[name] = workload;
                continue;
            }

            if (!known.TryGetValue(name, out var owner))
                known[name] = owner = new RecordedWorkload(name);
            owner.Add(workload);
        }

        var ordered = known.Values.Where(workload => workload.Pods.Count > 0)
            .OrderBy(workload => workload.Name.Namespace, StringComparer.Ordinal)
            .ThenBy(workload => workload.Name.Name, StringComparer.Ordinal)
            .ThenBy(workload => workload.Name.Kind, StringComparer.Ordinal);
        return new RecordedCluster([.. ordered], _pods, _finished, _others);
    }

    private void AddPod(WorkloadName name, JsonElement item, JsonElement metadata, JsonElement spec)
    {
        if (Facts.Text(Facts.Object(item, "status"), "phase") is "Succeeded" or "Failed")
        {
            _finished++;
            return;
        }

        _pods++;
        var owner = OwnerOf(metadata, name.Namespace);
        if (owner is { Kind: "Node" })
        {
            var suffix = "-" + owner.Name;
            owner = new WorkloadName(name.Namespace, WorkloadName.StaticPod, name.Name.EndsWith(suffix, StringComparison.Ordinal) ? name.Name[..^suffix.Length] : name.Name);
        }

        var at = owner ?? name;
        if (at.Kind is ReplicaSet && Facts.Texts(metadata, "labels").FirstOrDefault(label => label.Key == HashLabel).Value is { } hash)
            _hashes[at] = hash;
        Workload(at).AddRunning(PodText.Of(metadata, spec), 1);
    }

    private void AddController(WorkloadName name, JsonElement item, JsonElement metadata, JsonElement spec)
    {
        if (OwnerOf(metadata, name.Namespace) is { } owner)
            _owners[name] = owner;
        else if (Controllers.Template(name.Kind, item, spec) is var (template, podSpec))
            Controllers.Describe(Workload(name), PodText.Of(template, podSpec), item, spec);
    }

    private static WorkloadName? OwnerOf(JsonElement metadata, string space)
    {
        foreach (var reference in Facts.Items(metadata, "ownerReferences"))
        {
            if (Facts.IsTrue(reference, "controller"))
                return new WorkloadName(space, Required(reference, "kind"), Required(reference, "name"));
        }

        return null;
    }

    /// <summary>A ReplicaSet that was not recorded is named after its Deployment and the hash that its pods carry.</summary>
    private WorkloadName Resolve(WorkloadName name)
    {
        // A chain is a few links long; one that is a circle in a forged file ends all the same.
        for (var links = 0; links < 8; links++)
        {
            if (_owners.TryGetValue(name, out var owner))
                name = owner;
            else if (_hashes.TryGetValue(name, out var hash) && !_seen.Contains(name) && name.Name.EndsWith("-" + hash, StringComparison.Ordinal))
                return new WorkloadName(name.Namespace, Controllers.Deployment, name.Name[..^(hash.Length + 1)]);
            else
                break;
        }

        return name;
    }

    private RecordedWorkload Workload(WorkloadName name)
    {
        if (!_workloads.TryGetValue(name, out var workload))
            _workloads[name] = workload = new RecordedWorkload(name);
        return workload;
    }

    private static string Required(JsonElement owner, string name) => Facts.Text(owner, name) is { Length: > 0 } text ? text : throw new InvalidOperationException();
}
