using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Pulumi.Tests.Outputs;

/// <summary>One member of every kind that an output type may have.</summary>
[OutputType]
internal sealed class Everything
{
    public readonly string Name;
    public readonly string Renamed;
    public readonly int Count;
    public readonly double Ratio;
    public readonly bool Enabled;
    public readonly int? Optional;
    public readonly ImmutableArray<string> Tags;
    public readonly ImmutableDictionary<string, string> Labels;
    public readonly ImmutableArray<Small> Children;
    public readonly Union<int, string> Either;
    public readonly Level Level;
    public readonly object Raw;
    public readonly JsonElement Json;
    public readonly Volume Volume;

    [OutputConstructor]
    private Everything(
        string name,
        [OutputConstructorParameter("wire-name")] string renamed,
        int count,
        double ratio,
        bool enabled,
        int? optional,
        ImmutableArray<string> tags,
        ImmutableDictionary<string, string> labels,
        ImmutableArray<Small> children,
        Union<int, string> either,
        Level level,
        object raw,
        JsonElement json,
        Volume volume)
    {
        Name = name;
        Renamed = renamed;
        Count = count;
        Ratio = ratio;
        Enabled = enabled;
        Optional = optional;
        Tags = tags;
        Labels = labels;
        Children = children;
        Either = either;
        Level = level;
        Raw = raw;
        Json = json;
        Volume = volume;
    }

    public override string ToString()
        => string.Create(
            CultureInfo.InvariantCulture,
            $"{Name} {Renamed} {Count} {Ratio} {Enabled} {Optional} {string.Join(',', Tags)} {string.Join(',', Labels.Select(label => $"{label.Key}={label.Value}"))} {Children[0].Name} {Either.Match(number => $"{number}", text => text)} {Level} {Volume}");
}
