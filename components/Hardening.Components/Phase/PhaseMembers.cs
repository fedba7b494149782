using System.Globalization;
using Pulumi;

namespace Hardening.Components;

/// <summary>Takes the arguments of a phase's members: tells each about the cluster, and accepts it by the rules of its component.</summary>
/// <param name="facts">What members are told.</param>
/// <param name="stated">The same as the phase states it, which members may repeat.</param>
/// <param name="problems">Where problems go.</param>
internal sealed class PhaseMembers(ClusterFactsArgs facts, ClusterFactsArgs? stated, PhaseProblems problems)
{
    /// <summary>The items of a list, told about the cluster; none where an entry is missing, which is a problem.</summary>
    public IReadOnlyList<T> Told<T>(string list, List<T>? items)
        where T : ResourceArgs
    {
        if (items is null)
        {
            return [];
        }

        var told = new List<T>(items.Count);
        for (var index = 0; index < items.Count; index++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");
            if (items[index] is { } item)
            {
                told.Add(Told(path, item));
            }
            else
            {
                problems.Add(path, null, "the entry is missing", "write it or remove the entry");
            }
        }

        return told.Count == items.Count ? told : [];
    }

    /// <summary>Accepts the items of a list; what is wrong with them goes to the phase's problems.</summary>
    public IReadOnlyList<Accepted<T>> Accept<T>(string list, List<T>? items, Func<T, ValidationResult> validate)
        where T : ResourceArgs
    {
        var told = Told(list, items);
        var accepted = new Accepted<T>[told.Count];
        for (var index = 0; index < accepted.Length; index++)
        {
            accepted[index] = new Accepted<T>(told[index], []);
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]"), validate(told[index]));
        }

        return accepted;
    }

    /// <summary>Accepts a member that there is one of; null where it was left out.</summary>
    public Accepted<T>? Accept<T>(string path, T? args, Func<T, ValidationResult> validate)
        where T : ResourceArgs
    {
        if (args is null)
        {
            return null;
        }

        var told = Told(path, args);
        problems.Add(path, validate(told));
        return new Accepted<T>(told, []);
    }

    private T Told<T>(string path, T args)
        where T : ResourceArgs
    {
        if (args is not IToldOfCluster<T> aware || ReferenceEquals(aware.Cluster, facts))
        {
            return args;
        }

        if (aware.Cluster is not null && !ReferenceEquals(aware.Cluster, stated))
        {
            problems.Add($"{path}.cluster", null, "states other facts about the cluster than the phase does", "leave it out: everything in a phase is told the phase's facts");
            return args;
        }

        var copy = aware.Copy();
        ((IToldOfCluster<T>)(object)copy).Cluster = facts;
        return copy;
    }
}
