using System.Globalization;
using Hardening.Components;

namespace Hardening.Infra.Audit.Flows;

/// <summary>Brings what is told together: the same connection of several recordings, and many addresses without a name on one port.</summary>
internal static class FlowFolding
{
    private const int MostAddresses = 5;
    private const int Shown = 3;

    public static IEnumerable<FoldedFlow> Fold(IEnumerable<FlowGroup> groups, Func<NetworkFlow, string> workloadOf)
    {
        var same = groups.Select(group => (Workload: workloadOf(group.Flow), Group: group))
            .GroupBy(item => (item.Group.Flow.Namespace, item.Workload, Peer: PeerOf(item.Group.Flow), item.Group.Flow.Query, item.Group.Decision, item.Group.Dropped))
            .Select(items => new FoldedFlow(items.Key.Workload, Sum(items.Select(item => item.Group)), items.Key.Peer, IsSeveral: false));
        return same.GroupBy(folded => (folded.Flow.Namespace, folded.Workload, Address: IsBareAddress(folded.Flow) ? "" : folded.Peer, folded.Flow.Query, Port: FlowText.Port(folded.Flow), folded.Group.Decision, folded.Group.Dropped))
            .SelectMany(items => items.Count() > MostAddresses ? [Several([.. items])] : items.AsEnumerable())
            .OrderBy(folded => folded.Flow.Namespace, StringComparer.Ordinal)
            .ThenBy(folded => folded.Workload, StringComparer.Ordinal)
            .ThenBy(folded => folded.Peer, StringComparer.Ordinal)
            .ThenBy(folded => folded.Flow.Query, StringComparer.Ordinal);
    }

    private static string PeerOf(NetworkFlow flow) =>
        flow.PeerNames.Count > 0 ? FlowText.Peer(flow with { PeerAddress = null }) : FlowText.Peer(flow);

    private static bool IsBareAddress(NetworkFlow flow) => flow.PeerNamespace is null && flow.PeerNames.Count == 0 && flow.PeerAddress is not null && flow.PeerEntities is [FlowEntity.World];

    private static FoldedFlow Several(List<FoldedFlow> folded)
    {
        var addresses = folded.Select(item => item.Flow.PeerAddress!.FirstAddress().ToString()).Order(StringComparer.Ordinal).Take(Shown);
        var peer = string.Create(CultureInfo.InvariantCulture, $"{folded.Count} addresses without a name, such as {string.Join(", ", addresses)}, {FlowText.Port(folded[0].Flow)}");
        return new FoldedFlow(folded[0].Workload, Sum(folded.Select(item => item.Group)), peer, IsSeveral: true);
    }

    private static FlowGroup Sum(IEnumerable<FlowGroup> groups)
    {
        FlowGroup? sum = null;
        foreach (var group in groups)
        {
            sum ??= new FlowGroup(group.Flow, group.Decision, group.Dropped);
            sum.Add(group);
        }

        return sum!;
    }
}
