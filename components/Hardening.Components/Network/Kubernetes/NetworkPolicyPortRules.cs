using System.Text.Json;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>The rules of the ports of a NetworkPolicy.</summary>
internal static class NetworkPolicyPortRules
{
    private const int Highest = 65535;

    private static readonly string[] Protocols = [PortProtocol.Tcp, PortProtocol.Udp, PortProtocol.Sctp];

    public static void Check(JsonElement rule, ProblemList problems)
    {
        var ports = SpecReader.List(rule, "ports", problems);
        for (var index = 0; index < ports.Count; index++)
        {
            CheckPort(ports[index], problems.At(EntryLists.Item("ports", index)));
        }
    }

    private static void CheckPort(JsonElement port, ProblemList problems)
    {
        if (SpecReader.Text(port, "protocol", problems) is not { } protocol)
        {
            problems.Warn("protocol", "is not stated: TCP is meant, and nothing else");
        }
        else if (!Protocols.Contains(protocol, StringComparer.Ordinal))
        {
            problems.Add("protocol", protocol, "is no protocol of a NetworkPolicy", $"write one of {string.Join(", ", Protocols)}");
        }

        var first = CheckFirst(port, problems);
        if (!SpecReader.Has(port, "endPort"))
        {
            return;
        }

        var end = port.GetProperty("endPort");
        if (first is null)
        {
            problems.Add("endPort", end.GetRawText(), "needs a port by number that the range begins at", "state port as a number");
        }
        else if (end.ValueKind != JsonValueKind.Number || !end.TryGetInt32(out var last) || last < first || last > Highest)
        {
            problems.Add("endPort", end.GetRawText(), $"is no end of a range that begins at {PortChecks.Text(first.Value)}", "write a number from there to 65535");
        }
    }

    /// <summary>The port's number; null for a name, for every port and for what is refused.</summary>
    private static int? CheckFirst(JsonElement port, ProblemList problems)
    {
        if (!SpecReader.Has(port, "port"))
        {
            return null;
        }

        var value = port.GetProperty("port");
        if (value.ValueKind == JsonValueKind.String && KubernetesName.CheckPortName(value.GetString()!) is null)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number is >= 1 and <= Highest)
        {
            return number;
        }

        problems.Add("port", value.GetRawText(), "is neither a number from 1 to 65535 nor a port's name", "write 443 or https");
        return null;
    }
}
