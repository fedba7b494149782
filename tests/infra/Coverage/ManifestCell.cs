using System.Text.RegularExpressions;
using Hardening.Infra.StackFiles;
using Pulumi.KubernetesCrds.Cilium.V2;

namespace Hardening.Infra.Tests.Coverage;

/// <summary>One entry of the table's manifest column: a kind with fields, or a file.</summary>
/// <param name="Kind">The kind; the path of an entry that is a file.</param>
/// <param name="Name">The object's name; null where it may be any.</param>
/// <param name="Fields">Fields that at least one of the objects has, <c>a[].b</c> and <c>a[key]</c> among them, with a value behind <c>=</c>.</param>
/// <param name="IsElsewhere">Whether another plan makes it.</param>
internal sealed partial record ManifestCell(string Kind, string? Name, IReadOnlyList<string> Fields, bool IsElsewhere)
{
    /// <summary>Reads a cell; every character of it means something.</summary>
    public static IReadOnlyList<ManifestCell> Read(string cell) => [.. cell.Split("; ").Select(entry =>
    {
        var match = Entry().Match(entry);
        Assert.True(match.Success, $"no entry of the manifest column: {entry}");
        return new ManifestCell(match.Groups["kind"].Value, match.Groups["name"] is { Success: true } name ? name.Value : null, [.. match.Groups["field"].Captures.Select(field => field.Value)], match.Groups["or"].Success);
    })];

    /// <summary>What of it a stack does not render; null where it renders all.</summary>
    public string? MissingIn(RenderedManifests rendered)
    {
        if (Kind.Contains('/', StringComparison.Ordinal))
            return rendered.Files.Contains(Kind) ? null : Kind;
        var objects = rendered.Of(Kind, Name).ToList();
        return objects.Count == 0 ? $"{Kind} {Name}" : Fields.FirstOrDefault(field => !objects.Exists(made => Has(made, field)));
    }

    /// <summary>Whether there are types of the kind here, where another plan makes it.</summary>
    public bool IsKnown() => new[] { typeof(CiliumNetworkPolicy).Assembly, typeof(Pulumi.Kubernetes.Core.V1.LimitRange).Assembly }.Any(types => types.GetTypes().Any(type => type.Name == Kind && type.IsSubclassOf(typeof(Pulumi.CustomResource))));

    private static bool Has(ConfigNode made, string field)
    {
        var (path, value) = field.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (field[..at], field[(at + 1)..]) : (field, null);
        IEnumerable<ConfigNode> nodes = [made];
        foreach (Match step in Step().Matches(path))
        {
            nodes = step.Value is "[]" ? nodes.SelectMany(node => node.Items) : nodes.SelectMany(node => node.Members.TryGetValue(step.Groups["key"].Value, out var member) ? [member] : Array.Empty<ConfigNode>());
        }

        return nodes.Any(node => value is null || node.Text == value);
    }

    [GeneratedRegex(@"\A(?<or>or )?`(?<kind>[A-Za-z./-]+)( (?<name>[a-z0-9.-]+))?`(,? `(?<field>[a-z][^`]*)`)*\z", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\[\]|\[(?<key>[^\]]+)\]|(?<key>[A-Za-z]+)", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Step();
}
