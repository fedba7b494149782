using Hardening.Primitives;
using Pulumi;

namespace Hardening.Components;

/// <summary>Whether a DNS name is among those of a rule.</summary>
internal sealed class FlowNames
{
    private readonly List<DnsPattern> _patterns = [];
    private readonly bool _isPartlyUnknown;
    private readonly SemanticVersion? _cilium;

    public FlowNames(IEnumerable<Input<string>> names, SemanticVersion? cilium)
    {
        _cilium = cilium;
        foreach (var name in names)
        {
            if (DnsPattern.TryParse(InputLeaf.Of(name).Value, out var pattern, out _))
            {
                _patterns.Add(pattern);
            }
            else
            {
                _isPartlyUnknown = true;
            }
        }
    }

    public FlowMatch Match(string name) =>
        _patterns.Exists(pattern => pattern.Matches(name, _cilium)) ? FlowMatch.Yes : _isPartlyUnknown ? FlowMatch.NotKnown : FlowMatch.No;

    public FlowMatch MatchAny(IReadOnlyList<string> names)
    {
        var matches = names.Select(Match).ToList();
        return matches.Contains(FlowMatch.Yes) ? FlowMatch.Yes : _isPartlyUnknown ? FlowMatch.NotKnown : FlowMatch.No;
    }
}
