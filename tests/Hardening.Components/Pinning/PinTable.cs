using System.Text.Json;
using Hardening.Components.Tests.Images;

namespace Hardening.Components.Tests.Pinning;

/// <summary>The table that the C# rules of image pinning and the CEL of every engine are held against.</summary>
internal sealed record PinTable(string Digest, List<string> TwoNumberVersions, List<string> ExcludedNamespaces, List<ImageException> Exceptions, List<ImageRow> Rows)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static PinTable Read() => JsonSerializer.Deserialize<PinTable>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Pinning", "pins.json")), Options)!;

    /// <summary>The arguments that the table was written for; with another <paramref name="digest"/> the policy has another name.</summary>
    public ImagePinningArgs ToArgs(string engine, string digest) => new()
    {
        Digest = digest,
        TwoNumberVersions = TwoNumberVersions,
        ExcludedNamespaces = ExcludedNamespaces,
        Engine = engine,
        Mode = Rollout.Enforce,
        PolicyName = digest == Digest ? ImagePinningArgs.DefaultPolicyName : "pinned-digests",
        Cluster = PinArgs.Cluster,
        Exceptions = [.. Exceptions.Select(exception => exception.ToArgs())],
    };
}
