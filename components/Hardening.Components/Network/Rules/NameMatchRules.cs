using System.Text.Json;

namespace Hardening.Components;

/// <summary>The rules of one entry of <c>toFQDNs</c> or <c>rules.dns</c>.</summary>
internal static class NameMatchRules
{
    public static void Check(JsonElement entry, ProblemList problems, NetworkFacts facts, bool destination)
    {
        var name = SpecReader.Text(entry, "matchName", problems);
        var pattern = SpecReader.Text(entry, "matchPattern", problems);
        if (name is null == pattern is null)
        {
            problems.Add(
                string.Empty,
                null,
                name is null ? "has neither matchName nor matchPattern" : "has both matchName and matchPattern",
                "state exactly one");
        }

        if (name is not null)
        {
            if (FqdnChecks.IsPattern(name))
            {
                problems.Add("matchName", name, "has a *, which a name cannot have", "use matchPattern");
            }
            else
            {
                FqdnChecks.Name(name, new LeafReport(problems, "matchName", IsSecret: false), facts);
            }
        }

        if (pattern is null || (!destination && pattern is "*" or "**" or "*."))
        {
            return;
        }

        var report = new LeafReport(problems, "matchPattern", IsSecret: false);
        if (destination)
        {
            FqdnChecks.Destination(pattern, report, facts, DnsOptions.DefaultClusterDomain);
        }
        else
        {
            FqdnChecks.Name(pattern, report, facts);
        }
    }
}
