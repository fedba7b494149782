namespace Hardening.Components.Tests.Images;

/// <summary>Draws texts that are images or nearly so, the same ones each time.</summary>
internal static class RandomImages
{
    private const string Hex = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private static readonly string[] Hosts =
        ["docker.io", "index.docker.io", "registry-1.docker.io", "ghcr.io", "quay.io", "localhost", "localhost:5000", "evil.com", "10.0.0.1:5000", "[::1]:5000", "GHCR.io", "ghcr.io.", "-x.io", "a_b.io"];

    private static readonly string[] Parts = ["nginx", "fluxcd", "library", "team", "app-1", "a__b", "x.y", "grafana", "-bad", "Bad", "..", "a___b", ""];
    private static readonly string[] Tags = ["", "", "", "", "", ":1", ":2", ":3", ":v1.2-rc_3", ":", ":-x", ":a:b", ":1/x"];
    private static readonly string[] Digests = ["", "", "", "", "", "", "@sha256:" + Hex, "@sha512:" + Hex + Hex, "@sha256:" + Hex[..63], "@md5:" + Hex, "@"];
    private static readonly string[] TagParts =
        ["1.2.3", "1.2", "17", "v", "V", "-", "-", "-", "_", ".", "latest", "main", "Nightly", "stable", "alpine3.22.1", "release-", "2025-09-07", "2025-13-40", "20250907", "0a1b2c3", "defaced", "b6795", "r12", "x", "0123456789abcdef"];

    private static readonly string[] Slips = ["", "", "", "", "", "", "", "", "", "", "", "", " ", "\n", "'", "/", "\u200b", "%2F"];

    public static IReadOnlyList<string> Draw(int count, IReadOnlyList<string> trusted)
    {
        var random = new Random(20270331);
        return [.. Enumerable.Range(0, count).Select(_ => Draw(random, trusted))];
    }

    /// <summary>Draws images whose tags are made of what versions, days, commits, branches and variants are made of.</summary>
    public static IReadOnlyList<string> DrawTagged(int count, IReadOnlyList<string> repositories)
    {
        var random = new Random(20260907);
        return [.. Enumerable.Range(0, count).Select(_ => $"{Pick(repositories)}:{string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Pick(TagParts)))}{Pick(Digests)}")];

        string Pick(IReadOnlyList<string> from) => from[random.Next(from.Count)];
    }

    private static string Draw(Random random, IReadOnlyList<string> trusted)
    {
        string Pick(IReadOnlyList<string> from) => from[random.Next(from.Count)];
        // Half of the names start as a trusted one does, so that near misses are as frequent as hits.
        var start = random.Next(4) switch
        {
            0 => Pick(trusted) + Pick(["/", "/", "/", "", ".", "-", ":", "evil/"]),
            1 => Pick(trusted) + "/",
            2 => Pick(Hosts) + "/",
            _ => string.Empty,
        };
        var good = Parts[..8];
        var path = string.Join('/', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(random.Next(5) == 0 ? Parts : good)));
        return start + path + Pick(Tags) + Pick(Digests) + Pick(Slips);
    }
}
