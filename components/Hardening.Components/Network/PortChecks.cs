using System.Globalization;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Checks the ports of a rule.</summary>
internal static class PortChecks
{
    /// <summary>How many ports Cilium takes in one rule.</summary>
    public const int Maximum = 40;

    private static readonly int[] ServicePorts = [80, 443];

    /// <summary>Checks the ports; gives those that could be read.</summary>
    public static List<PortSpec> Check(List<string>? ports, ProblemList problems, PortNames named, NetworkFacts facts)
    {
        var read = new List<PortSpec>();
        if (ports is null)
        {
            return read;
        }

        EntryLists.RefuseEmpty(ports.Count, problems, "ports");
        if (ports.Count > Maximum && !facts.IsKubernetes)
        {
            problems.Add(
                "ports",
                null,
                $"has {Text(ports.Count)} entries and Cilium takes {Text(Maximum)}",
                "join neighbours to ranges or write several rules");
        }

        for (var index = 0; index < ports.Count; index++)
        {
            var path = EntryLists.Item("ports", index);
            if (!PortSpec.TryParse(ports[index], out var port, out var error))
            {
                problems.Add(path, ports[index], $"is no port: {error}", "write 443, 53/UDP, 8000-8010/TCP or the name of a container port");
            }
            else if (port.Name is not null && named == PortNames.Refused)
            {
                problems.Add(path, ports[index], "is a name, and only pods have named ports", "write the number");
            }
            else if (read.Find(other => other.Covers(port)) is { } wider)
            {
                problems.Add(path, ports[index], $"is in {wider} already", "take one of them out");
            }
            else
            {
                read.Add(port);
            }
        }

        return read;
    }

    /// <summary>Whether the port is among the spec's, over TCP.</summary>
    public static bool Includes(PortSpec spec, int port) =>
        spec.First <= port && spec.Last >= port && spec.Protocol is PortProtocol.Any or PortProtocol.Tcp;

    /// <summary>Warns of ports that Services have and containers rarely do.</summary>
    public static void WarnOfServicePorts(List<string>? ports, ProblemList problems)
    {
        for (var index = 0; index < (ports?.Count ?? 0); index++)
        {
            if (PortSpec.TryParse(ports![index], out var port, out _) && !port.IsRange && ServicePorts.Contains(port.First))
            {
                problems.Warn(
                    EntryLists.Item("ports", index),
                    $"{Text(port.First)} is usually a Service's port: a policy is judged after service translation, so state the port that the container listens on (targetPort) or its name");
            }
        }
    }

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
