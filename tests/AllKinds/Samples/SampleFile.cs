using System.Globalization;
using Hardening.Preview;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Hardening.AllKinds.Samples;

/// <summary>The hand-written objects of one kind: <c>tests/RoundTrip/Samples/&lt;group&gt;/&lt;version&gt;/&lt;Kind&gt;.yaml</c>, one or more documents.</summary>
internal static class SampleFile
{
    private static readonly string Folder = Path.Combine(Root(AppContext.BaseDirectory), "tests", "RoundTrip", "Samples");

    /// <summary>The kinds that have a file, as <c>apiVersion/Kind</c>; those of Kubernetes itself are below <c>core</c>.</summary>
    public static IEnumerable<string> Kinds() =>
        Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories)
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(Folder, file), null).Replace('\\', '/'))
            .Where(kind => !kind.StartsWith("core/", StringComparison.Ordinal));

    /// <summary>The objects of a kind; none where it has no file.</summary>
    public static IReadOnlyList<CapturedValue> Read(string kind)
    {
        var file = Path.Combine(Folder, $"{kind}.yaml");
        if (!File.Exists(file))
        {
            return [];
        }

        var yaml = new YamlStream();
        using var reader = new StreamReader(file);
        yaml.Load(reader);
        return [.. yaml.Documents.Select(document => Value(document.RootNode))];
    }

    private static CapturedValue Value(YamlNode node) => node switch
    {
        YamlMappingNode map => CapturedValue.FromMembers([.. map.Children.Select(member => new CapturedMember(((YamlScalarNode)member.Key).Value!, Value(member.Value)))]),
        YamlSequenceNode list => CapturedValue.FromItems([.. list.Children.Select(Value)]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value ?? ""),
        YamlScalarNode scalar => CapturedValue.FromText(scalar.Value ?? ""),
        _ => throw new InvalidOperationException($"{node.NodeType} at {node.Start}"),
    };

    private static CapturedValue Plain(string text) => text switch
    {
        "" or "~" or "null" => CapturedValue.Null,
        "true" => CapturedValue.True,
        "false" => CapturedValue.False,
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => CapturedValue.FromNumber(number),
        _ => CapturedValue.FromText(text),
    };

    private static string Root(string folder)
    {
        while (!File.Exists(Path.Combine(folder, "Hardening.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No Hardening.sln above the tests");
        }

        return folder;
    }
}
