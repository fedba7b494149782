using System.Globalization;
using System.Text.Json;

namespace Hardening.Components;

/// <summary>The rules of <c>icmps</c>.</summary>
internal static class SpecIcmpRules
{
    public static void Check(JsonElement rule, ProblemList problems, SpecScope scope)
    {
        if (!SpecReader.Has(rule, "icmps"))
        {
            return;
        }

        if (SpecReader.Has(rule, "toPorts"))
        {
            problems.Add("icmps", null, "cannot stand beside toPorts", "write one rule for each");
        }

        if (!scope.Facts.IcmpRules)
        {
            problems.Add(
                "icmps",
                null,
                "needs Cilium's enable-icmp-rules, which cluster.icmpRules says is off",
                "turn the flag on or take the rule out");
        }

        var entries = SpecReader.List(rule, "icmps", problems);
        if (entries.Count == 0)
        {
            problems.Add("icmps", null, "is empty", "give at least one type or take it out");
        }

        for (var index = 0; index < entries.Count; index++)
        {
            CheckFields(entries[index], problems.At(EntryLists.Item("icmps", index)));
        }
    }

    private static void CheckFields(JsonElement entry, ProblemList problems)
    {
        var fields = SpecReader.List(entry, "fields", problems);
        if (fields.Count > IcmpChecks.MaximumTypes)
        {
            problems.Add(
                "fields",
                null,
                $"has {fields.Count.ToString(CultureInfo.InvariantCulture)} entries and Cilium takes {IcmpChecks.MaximumTypes}",
                "write several rules");
        }

        for (var index = 0; index < fields.Count; index++)
        {
            var at = problems.At(EntryLists.Item("fields", index));
            var family = SpecReader.Text(fields[index], "family", at) ?? IcmpFamily.IPv4;
            if (!IcmpFamily.All.Contains(family, StringComparer.Ordinal))
            {
                at.Add("family", family, "is no address family", $"write {string.Join(" or ", IcmpFamily.All)}");
                continue;
            }

            var type = SpecReader.Has(fields[index], "type") ? fields[index].GetProperty("type") : default;
            var text = type.ValueKind switch
            {
                JsonValueKind.String => type.GetString()!,
                JsonValueKind.Number => type.GetRawText(),
                _ => null,
            };
            if (text is null || !IcmpTypes.IsKnown(family, text))
            {
                at.Add("type", text, $"is no type of ICMP over {family}", "write a number from 0 to 255 or a name such as EchoRequest");
            }
        }
    }
}
