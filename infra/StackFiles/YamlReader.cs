using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Hardening.Infra.StackFiles;

/// <summary>
/// Reads one YAML document into <see cref="ConfigNode"/>s as Pulumi's own reader would: aliases and merge keys are followed, duplicate keys and
/// keys that are not text are refused. What would take unreasonable memory or depth is refused too.
/// </summary>
internal sealed class YamlReader
{
    private const int MaxDepth = 100;
    private const long MaxNodes = 4_000_000;
    private const string MergeKey = "<<";
    private const string SecureKey = "secure";

    private readonly Parser _parser;
    private readonly Dictionary<string, ConfigNode?> _anchors = new(StringComparer.Ordinal);
    private int _depth;

    private YamlReader(TextReader text) => _parser = new Parser(new Scanner(text, skipComments: true));

    /// <summary>Reads the document; an empty file is null.</summary>
    /// <exception cref="YamlFileException">The text is no YAML document that Pulumi would read.</exception>
    public static ConfigNode Read(TextReader text)
    {
        try
        {
            return new YamlReader(text).ReadFile();
        }
        catch (YamlException error)
        {
            throw new YamlFileException((int)error.Start.Line, (int)error.Start.Column, "is not valid YAML: " + Reason(error.Message), "correct the YAML at this place");
        }
        catch (InvalidOperationException)
        {
            throw new YamlFileException(1, 1, "is not valid YAML: it ends within an unfinished value", "correct the YAML");
        }
    }

    private static string Reason(string message)
    {
        var text = message.Trim();
        return text.Length == 0 ? "unexpected text" : char.ToLower(text[0], CultureInfo.InvariantCulture) + text[1..].TrimEnd('.');
    }

    private ConfigNode ReadFile()
    {
        _parser.MoveNext();
        _parser.MoveNext();
        if (_parser.Current is StreamEnd or null)
            return ConfigNode.Null(1, 1);
        _parser.MoveNext();
        var root = ReadNode();
        if (root.Depth > MaxDepth)
            throw TooDeep(root.Line, root.Column);
        _parser.MoveNext();
        if (_parser.MoveNext() && _parser.Current is DocumentStart second)
            throw new YamlFileException((int)second.Start.Line, (int)second.Start.Column, "a second document follows, which Pulumi ignores", "remove it, or give it a file of its own");
        return root;
    }

    /// <summary>Reads the node whose first event is current, and stops on its last event.</summary>
    private ConfigNode ReadNode()
    {
        var (line, column) = Place(_parser.Current!);
        switch (_parser.Current)
        {
            case AnchorAlias alias:
                if (!_anchors.TryGetValue(alias.Value.Value, out var target))
                    throw new YamlFileException(line, column, $"the alias *{alias.Value.Value} names no anchor above it", "define the anchor first, or write the value here");
                return target ?? throw new YamlFileException(line, column, $"the alias *{alias.Value.Value} contains itself", "write the value here");
            case Scalar scalar:
                return Anchor(scalar.Anchor, ReadScalar(scalar, line, column));
            case SequenceStart sequence:
                Begin(sequence, line, column);
                return Anchor(sequence.Anchor, ReadSequence(line, column));
            case MappingStart mapping:
                Begin(mapping, line, column);
                return Anchor(mapping.Anchor, ReadMapping(line, column));
            default:
                throw new YamlFileException(line, column, "is not valid YAML: a value is missing", "correct the YAML at this place");
        }
    }

    private void Begin(NodeEvent start, int line, int column)
    {
        if (++_depth > MaxDepth)
            throw TooDeep(line, column);
        if (!start.Tag.IsEmpty && !start.Tag.IsNonSpecific && start.Tag.Value is not ("tag:yaml.org,2002:map" or "tag:yaml.org,2002:seq"))
            throw UnknownTag(start.Tag, line, column);
        if (!start.Anchor.IsEmpty)
            _anchors[start.Anchor.Value] = null;
    }

    private ConfigNode Anchor(AnchorName anchor, ConfigNode node)
    {
        if (!anchor.IsEmpty)
            _anchors[anchor.Value] = node;
        return node;
    }

    private ConfigNode ReadSequence(int line, int column)
    {
        var items = new List<ConfigNode>();
        long size = 0;
        while (_parser.MoveNext() && _parser.Current is not SequenceEnd)
        {
            items.Add(ReadNode());
            size += items[^1].Size;
            if (size > MaxNodes)
                throw TooLarge(line, column);
        }

        _depth--;
        return ConfigNode.List(items, line, column);
    }

    private ConfigNode ReadMapping(int line, int column)
    {
        var members = new Dictionary<string, ConfigNode>(StringComparer.Ordinal);
        List<ConfigNode>? merged = null;
        long size = 0;
        while (_parser.MoveNext() && _parser.Current is not MappingEnd)
        {
            var (keyLine, keyColumn) = Place(_parser.Current!);
            var plain = _parser.Current is Scalar { Style: ScalarStyle.Plain };
            var key = ReadNode();
            _parser.MoveNext();
            var value = ReadNode();
            size += value.Size;
            if (size > MaxNodes)
                throw TooLarge(line, column);
            if (plain && key is { Kind: ConfigKind.String, Text: MergeKey })
                (merged ??= []).AddRange(value.Kind is ConfigKind.List ? value.Items : [value]);
            else if (key.Kind is not ConfigKind.String)
                throw new YamlFileException(keyLine, keyColumn, $"a key is a {Name(key.Kind)}, and Pulumi reads only text as keys", "put the key in quotes");
            else if (!members.TryAdd(key.Text, value))
                throw new YamlFileException(keyLine, keyColumn, $"the key \"{key.Text}\" is there twice", $"keep one; the first is in line {FirstLine(members[key.Text], keyLine)}");
        }

        _depth--;
        foreach (var source in merged ?? [])
            Merge(source, members);
        return members.Count == 1 && members.TryGetValue(SecureKey, out var cipher) && cipher.Kind is ConfigKind.String
            ? ConfigNode.Secret(line, column)
            : ConfigNode.Object(members, line, column);
    }

    private static int FirstLine(ConfigNode first, int otherwise) => first.Line == 0 ? otherwise : first.Line;

    private static void Merge(ConfigNode source, Dictionary<string, ConfigNode> members)
    {
        if (source.Kind is not ConfigKind.Object)
            throw new YamlFileException(source.Line, source.Column, "<< merges a mapping or a list of mappings, and this is neither", "name an anchor of a mapping");
        foreach (var (key, value) in source.Members)
            members.TryAdd(key, value);
    }

    private static ConfigNode ReadScalar(Scalar scalar, int line, int column)
    {
        if (scalar.Tag.IsEmpty || scalar.Tag.IsNonSpecific)
            return scalar.Style is ScalarStyle.Plain && scalar.Tag.IsEmpty ? Plain(scalar.Value, line, column) : ConfigNode.String(scalar.Value, line, column);
        switch (scalar.Tag.Value)
        {
            case "tag:yaml.org,2002:str":
                return ConfigNode.String(scalar.Value, line, column);
            case "tag:yaml.org,2002:null" or "tag:yaml.org,2002:bool" or "tag:yaml.org,2002:int" or "tag:yaml.org,2002:float" or "tag:yaml.org,2002:timestamp":
                return Plain(scalar.Value, line, column);
            default:
                throw UnknownTag(scalar.Tag, line, column);
        }
    }

    private static ConfigNode Plain(string text, int line, int column) =>
        YamlScalar.Resolve(text, line, column)
        ?? throw new YamlFileException(line, column, $"{text} is a number that configuration cannot hold", "put it in quotes if text is meant");

    private static YamlFileException UnknownTag(TagName tag, int line, int column) =>
        new(line, column, $"has the tag {tag.Value}, which Pulumi does not read", "remove the tag");

    private static YamlFileException TooDeep(int line, int column) =>
        new(line, column, $"is nested more than {MaxDepth} levels deep", "a plan needs no more than ten");

    private static YamlFileException TooLarge(int line, int column) =>
        new(line, column, $"is larger than {MaxNodes.ToString("N0", CultureInfo.InvariantCulture)} values once its aliases are written out", "write fewer aliases of aliases");

    private static (int Line, int Column) Place(ParsingEvent at) => ((int)at.Start.Line, (int)at.Start.Column);

    private static string Name(ConfigKind kind) => kind switch
    {
        ConfigKind.Null => "null",
        ConfigKind.Bool => "boolean",
        ConfigKind.Number => "number",
        ConfigKind.List => "list",
        _ => "mapping",
    };
}
