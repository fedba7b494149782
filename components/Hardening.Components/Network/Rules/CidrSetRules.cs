using System.Text.Json;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>The rules of one entry of <c>toCIDRSet</c> or <c>fromCIDRSet</c>.</summary>
internal static class CidrSetRules
{
    private static readonly string[] Sources = ["cidr", "cidrGroupRef", "cidrGroupSelector"];

    public static void Check(JsonElement entry, ProblemList problems, List<Cidr> blocks, List<Cidr> left, SpecScope scope)
    {
        var sources = Sources.Where(source => SpecReader.Has(entry, source)).ToList();
        if (sources.Count != 1)
        {
            problems.Add(
                string.Empty,
                null,
                $"has {(sources.Count == 0 ? "none" : "several")} of cidr, cidrGroupRef and cidrGroupSelector",
                "state exactly one");
        }

        var own = new List<Cidr>();
        if (SpecReader.Text(entry, "cidr", problems) is { } text)
        {
            PeerRules.AddBlock(text, new LeafReport(problems, "cidr", IsSecret: false), own, scope);
        }

        if (SpecReader.Text(entry, "cidrGroupRef", problems) is { } group && KubernetesName.CheckSubdomain(group) is { } message)
        {
            problems.Add("cidrGroupRef", group, $"is no object name: {message}", "write the name of the CiliumCIDRGroup");
        }

        SelectorRules.Check(entry, "cidrGroupSelector", problems);
        foreach (var (path, hole) in SpecReader.Texts(entry, "except", problems))
        {
            var holes = new List<Cidr>();
            PeerRules.AddBlock(hole, new LeafReport(problems, path, IsSecret: false), holes, new SpecScope(new NetworkFacts(null), scope.Direction));
            if (holes.Count == 1 && own.Count == 1 && !own[0].Contains(holes[0]))
            {
                problems.Add(path, hole, $"does not lie in {own[0]}", "leave it out or correct it");
            }

            left.AddRange(holes);
        }

        blocks.AddRange(own);
    }
}
