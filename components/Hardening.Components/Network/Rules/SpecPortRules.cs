using System.Globalization;
using System.Text.Json;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>The rules of <c>toPorts</c>.</summary>
internal static class SpecPortRules
{
    private static readonly string[] Protocols = ["TCP", "UDP", "SCTP", "ANY", "VRRP", "IGMP", "GRE", "IPIP", "ESP", "AH"];
    private static readonly string[] Families = ["http", "kafka", "l7"];

    public static void Check(JsonElement rule, ProblemList problems, SpecScope scope, bool denies)
    {
        var entries = SpecReader.List(rule, "toPorts", problems);
        if (SpecReader.Has(rule, "toPorts") && entries.Count == 0 && rule.GetProperty("toPorts").ValueKind == JsonValueKind.Array)
        {
            problems.Add("toPorts", null, "is empty, which means every port", "give at least one port or take it out");
        }

        for (var index = 0; index < entries.Count; index++)
        {
            var at = problems.At(EntryLists.Item("toPorts", index));
            if (entries[index].ValueKind != JsonValueKind.Object)
            {
                at.Add(string.Empty, entries[index].GetRawText(), "is no object", "write an object with ports");
                continue;
            }

            CheckEntry(entries[index], at, scope, denies);
        }
    }

    private static void CheckEntry(JsonElement entry, ProblemList problems, SpecScope scope, bool denies)
    {
        var ports = SpecReader.List(entry, "ports", problems);
        if (ports.Count > PortChecks.Maximum)
        {
            problems.Add(
                "ports",
                null,
                $"has {PortChecks.Text(ports.Count)} entries and Cilium takes {PortChecks.Text(PortChecks.Maximum)}",
                "join neighbours to ranges or write several entries");
        }

        var rules = SpecReader.Has(entry, "rules") ? entry.GetProperty("rules") : default;
        var dns = SpecReader.Has(rules, "dns");
        var layer7 = Families.Any(family => SpecReader.Has(rules, family));
        for (var index = 0; index < ports.Count; index++)
        {
            CheckPort(ports[index], problems.At(EntryLists.Item("ports", index)), scope.Facts, dns, layer7);
        }

        if (denies && rules.ValueKind == JsonValueKind.Object)
        {
            problems.Add("rules", null, "are for rules that allow", "deny the port as a whole");
        }

        if ((dns || layer7) && ports.Count == 0)
        {
            problems.Add("ports", null, "are needed where rules are stated", "list the ports");
        }

        if (scope.Direction.IsIngress && dns)
        {
            problems.Add("rules.dns", null, "are for egress", "take them out: names are asked for by those who connect");
        }

        if (scope.Direction.IsIngress && SpecReader.Has(entry, "listener"))
        {
            problems.Add("listener", null, "is for egress", "take it out");
        }

        scope.HasDns |= dns && !denies;
        var names = SpecReader.List(rules, "dns", problems.At("rules"));
        for (var index = 0; index < names.Count; index++)
        {
            NameMatchRules.Check(names[index], problems.At("rules").At(EntryLists.Item("dns", index)), scope.Facts, destination: false);
        }

        foreach (var (path, name) in SpecReader.Texts(entry, "serverNames", problems))
        {
            if (name.Length == 0)
            {
                problems.Add(path, name, "is empty, which Cilium refuses", "name the server or take the entry out");
            }
        }
    }

    private static void CheckPort(JsonElement port, ProblemList problems, NetworkFacts facts, bool dns, bool layer7)
    {
        var protocol = SpecReader.Text(port, "protocol", problems) ?? "ANY";
        if (!Protocols.Contains(protocol))
        {
            problems.Add("protocol", protocol, "is no protocol", $"write one of {string.Join(", ", Protocols)}");
            return;
        }

        if (protocol is not ("TCP" or "UDP" or "SCTP" or "ANY"))
        {
            if (!facts.ExtendedIpProtocols)
            {
                problems.Add(
                    "protocol",
                    protocol,
                    "needs Cilium's enable-extended-ip-protocols, which is off unless cluster.extendedIpProtocols says otherwise",
                    "turn the flag on or take it out");
            }

            return;
        }

        if (layer7 && protocol != "TCP")
        {
            problems.Add("protocol", protocol, "cannot carry these rules: all but dns need TCP", "write TCP");
        }

        if (dns && protocol == "SCTP")
        {
            problems.Add("protocol", protocol, "cannot carry dns rules", "write UDP and TCP");
        }

        CheckNumber(port, problems, dns, layer7);
    }

    private static void CheckNumber(JsonElement port, ProblemList problems, bool dns, bool layer7)
    {
        var found = problems.Count;
        var text = SpecReader.Text(port, "port", problems);
        if (problems.Count > found)
        {
            return;
        }

        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var first);
        if (text is null || (isNumber ? first > 65535 : KubernetesName.CheckPortName(text.ToLowerInvariant()) is not null))
        {
            problems.Add(
                "port",
                text,
                text is null ? "is missing" : "is neither a number from 0 to 65535 nor a port's name",
                "write a number or a name as a text, such as \"443\"");
            return;
        }

        if (isNumber && first == 0 && (dns || layer7))
        {
            problems.Add("port", text, "means every port, which cannot carry rules", "name the port");
        }

        if (!SpecReader.Has(port, "endPort") || !port.GetProperty("endPort").TryGetNumber(out var last) || last == 0)
        {
            return;
        }

        if (dns || layer7)
        {
            problems.Add("endPort", PortChecks.Text(last), "cannot stand where rules are stated", "name single ports");
        }
        else if (!isNumber)
        {
            problems.Add("endPort", PortChecks.Text(last), "is ignored beside a port's name", "write numbers");
        }
        else if (last < first || last > 65535)
        {
            problems.Add("endPort", PortChecks.Text(last), $"is no end of a range that begins at {text}", "write a number from there to 65535");
        }
    }

    private static bool TryGetNumber(this JsonElement element, out int number)
    {
        number = 0;
        return element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out number);
    }
}
