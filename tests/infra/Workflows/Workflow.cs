using YamlDotNet.RepresentationModel;

namespace Hardening.Infra.Tests.Workflows;

/// <summary>A workflow of this repository.</summary>
/// <param name="Name">Its file's name.</param>
/// <param name="Text">Its text.</param>
/// <param name="Root">Its contents.</param>
internal sealed record Workflow(string Name, string Text, YamlMappingNode Root)
{
    public static IReadOnlyList<Workflow> All { get; } =
        [.. Directory.EnumerateFiles(TestFiles.InRepository(".github", "workflows")).Order(StringComparer.Ordinal).Select(path => Read(Path.GetFileName(path), File.ReadAllText(path)))];

    /// <summary>The jobs by name.</summary>
    public IReadOnlyDictionary<string, YamlMappingNode> Jobs => Members((YamlMappingNode)Root["jobs"]).ToDictionary(job => job.Key, job => (YamlMappingNode)job.Value, StringComparer.Ordinal);

    /// <summary>What starts it.</summary>
    public IEnumerable<string> Triggers => Members((YamlMappingNode)Root["on"]).Select(trigger => trigger.Key);

    public static Workflow Read(string name, string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return new Workflow(name, text, (YamlMappingNode)stream.Documents[0].RootNode);
    }

    /// <summary>The steps of a job; none where it calls another workflow.</summary>
    public static IEnumerable<YamlMappingNode> Steps(YamlMappingNode job) => At(job, "steps") is YamlSequenceNode steps ? steps.Children.Cast<YamlMappingNode>() : [];

    /// <summary>A member; null where there is none.</summary>
    public static YamlNode? At(YamlNode? node, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            node = node is YamlMappingNode map && map.Children.TryGetValue(key, out var found) ? found : null;
        return node;
    }

    public static IEnumerable<KeyValuePair<string, YamlNode>> Members(YamlNode? node) =>
        node is YamlMappingNode map ? map.Children.Select(member => KeyValuePair.Create(((YamlScalarNode)member.Key).Value!, member.Value)) : [];
}
