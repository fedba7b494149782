using System.Globalization;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Checks rules to NFS servers.</summary>
internal static class NfsChecks
{
    public static void Check(EgressNfsArgs nfs, string place, bool hasReason, ProblemList problems, EgressScope scope)
    {
        if (nfs.Addresses is null)
        {
            problems.Add("addresses", null, "names no server", "list the servers' addresses, such as 192.168.1.158");
        }

        var known = new List<Cidr>();
        EntryLists.Check(nfs.Addresses, problems, "addresses", (value, report) =>
        {
            if (CidrChecks.Parse(value, report) is not { } block)
            {
                return null;
            }

            if (WorldCoverage.Of([block]) is not null)
            {
                report.Refuse(value, "is the whole world, not a server", "write the server's address");
                return null;
            }

            CidrChecks.WarnOfClusterAddresses(block, report, scope.Facts);
            known.Add(block);
            return block.ToString();
        });
        scope.Allowed.Add(new AddressBlocks(place, known, [], EveryPort: false, HasReason: false));
        CheckProtocol(nfs, problems);
        if (!hasReason)
        {
            problems.Warn(
                string.Empty,
                "concerns only pods that are NFS clients themselves: mounts by kubelet or a CSI node plugin leave from the node and neither need nor "
                + "notice this rule; a reason says which pods are");
        }
    }

    private static void CheckProtocol(EgressNfsArgs nfs, ProblemList problems)
    {
        if (nfs.Version is not null)
        {
            Choice.Check(nfs.Version, NfsVersion.All, problems, "version");
        }

        if (nfs.MountdPort is not { } port)
        {
            return;
        }

        var text = port.ToString(CultureInfo.InvariantCulture);
        if (nfs.Version != NfsVersion.V3)
        {
            problems.Add("mountdPort", text, "only NFSv3 has a mountd", "set version: v3 or take the port out");
        }
        else if (port is < 1 or > 65535)
        {
            problems.Add("mountdPort", text, "is no port", "write a number from 1 to 65535");
        }
    }
}
