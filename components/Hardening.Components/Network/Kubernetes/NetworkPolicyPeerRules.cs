using System.Text.Json;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>The rules of one peer of a NetworkPolicy.</summary>
internal static class NetworkPolicyPeerRules
{
    public static void Check(JsonElement peer, ProblemList problems)
    {
        var block = SpecReader.Has(peer, "ipBlock");
        var selects = SpecReader.Has(peer, "podSelector") || SpecReader.Has(peer, "namespaceSelector");
        if (!block && !selects)
        {
            problems.Add(string.Empty, null, "names nobody", "state podSelector, namespaceSelector or ipBlock");
        }

        if (block && selects)
        {
            problems.Add("ipBlock", null, "cannot stand beside a selector", "write two peers");
        }

        SelectorRules.Check(peer, "podSelector", problems);
        SelectorRules.Check(peer, "namespaceSelector", problems);
        if (block)
        {
            CheckBlock(peer.GetProperty("ipBlock"), problems.At("ipBlock"));
        }
    }

    private static void CheckBlock(JsonElement block, ProblemList problems)
    {
        var whole = Read(SpecReader.Text(block, "cidr", problems), "cidr", problems);
        foreach (var (path, text) in SpecReader.Texts(block, "except", problems))
        {
            if (Read(text, path, problems) is { } hole && whole is not null && (!whole.Contains(hole) || hole.Contains(whole)))
            {
                problems.Add(path, text, $"is no part of {whole}", "leave it out or correct it");
            }
        }
    }

    private static Cidr? Read(string? text, string path, ProblemList problems)
    {
        if (!Cidr.TryParse(text, out var cidr, out var error))
        {
            problems.Add(path, text, text is null ? "is missing" : $"is no address block: {error}", "write 192.168.1.0/24 or 2001:db8::/32");
            return null;
        }

        if (cidr.IsBareAddress)
        {
            problems.Add(path, text, "has no prefix length, which Kubernetes requires", $"write {cidr}");
        }
        else if (cidr.HasHostBits)
        {
            problems.Warn(path, $"{text} has address bits behind its prefix length, which newer API servers refuse: write {cidr}");
        }

        return cidr;
    }
}
