using System.Globalization;
using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Preview;

namespace Hardening.Infra.Reports.DefinitionOfDone.Evidence;

/// <summary>LimitRange: default requests and limits of CPU and memory for every container.</summary>
internal sealed class LimitRangeEvidence() : NamespaceEvidence(NamespaceControl.LimitRange)
{
    private static readonly string[] Defaults = ["default", "defaultRequest"];
    private static readonly string[] Resources = ["memory", "cpu"];

    protected override DoneLine Line(DoneFacts facts, NamespacePlan space)
    {
        var gaps = new List<string>();
        foreach (var made in facts.Objects("LimitRange", space.Name))
        {
            var items = made.Inputs["spec"]?["limits"]?.Items ?? [];
            for (var index = 0; index < items.Count; index++)
            {
                if (items[index]["type"]?.Text != "Container")
                    continue;
                gaps = Gaps(items[index]).ToList();
                if (gaps.Count == 0)
                    return Done(space, EvidenceText.Of(made, string.Create(CultureInfo.InvariantCulture, $"spec.limits[{index}].default.memory"), items[index]["default"]!["memory"]));
            }
        }

        return Missing(space, gaps.Count == 0 ? $"no LimitRange in {space.Name} for containers" : $"the LimitRange of {space.Name} has no {EvidenceText.And(gaps)}", gaps.Count == 0 ? "limits" : "limits.container");
    }

    private static IEnumerable<string> Gaps(CapturedValue item) =>
        from kind in Defaults from resource in Resources where !EvidenceText.IsStated(item[kind]?[resource]) select $"{kind}.{resource}";
}
