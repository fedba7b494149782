using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Crdgen.Reading;

/// <summary>Reads the documents of a YAML text. Depth and the size of written-out aliases are bounded.</summary>
internal static partial class YamlDocuments
{
    public const int MaximumDepth = 1_000;
    public const long MaximumWeight = 1_000_000;

    /// <exception cref="SchemaException">The text is not YAML that can be read.</exception>
    public static IReadOnlyList<Node> Read(TextReader text)
    {
        var parser = new Parser(new Scanner(text, skipComments: true));
        try
        {
            return Read(parser);
        }
        catch (YamlException e)
        {
            throw new SchemaException($"line {e.Start.Line}", e.Message);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // The scanner fails so where a line break inside braces is not indented, among others.
            throw new SchemaException($"line {parser.Current?.End.Line ?? 1}", "what follows is not YAML");
        }
    }

    private static List<Node> Read(Parser parser)
    {
        var documents = new List<Node>();
        parser.Consume<StreamStart>();
        while (!parser.TryConsume<StreamEnd>(out _))
        {
            parser.Consume<DocumentStart>();
            documents.Add(ReadValue(parser, new Dictionary<string, Node>(StringComparer.Ordinal), 0));
            parser.Consume<DocumentEnd>();
        }

        return documents;
    }

    private static Node ReadValue(Parser parser, Dictionary<string, Node> anchors, int depth)
    {
        var current = parser.Current ?? throw new SchemaException("", "the document ends too early");
        var line = (int)current.Start.Line;
        if (depth > MaximumDepth)
        {
            throw new SchemaException($"line {line}", $"values are nested more than {MaximumDepth} deep");
        }

        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return anchors.GetValueOrDefault(alias.Value.Value)
                ?? throw new SchemaException($"line {line}", $"the alias *{alias.Value.Value} names no anchor before it");
        }

        var node = current switch
        {
            Scalar => ReadScalar(parser.Consume<Scalar>()),
            SequenceStart => ReadList(parser, anchors, depth),
            MappingStart => ReadMap(parser, anchors, depth),
            _ => throw new SchemaException($"line {line}", "a value is expected"),
        };
        if (node.Weight > MaximumWeight)
        {
            throw new SchemaException($"line {line}", $"the document holds more than {MaximumWeight} values when its aliases are written out");
        }

        if (current is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            anchors[anchored.Anchor.Value] = node;
        }

        return node;
    }

    private static Node ReadList(Parser parser, Dictionary<string, Node> anchors, int depth)
    {
        var line = (int)parser.Consume<SequenceStart>().Start.Line;
        var items = new List<Node>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadValue(parser, anchors, depth + 1));
        }

        return Node.List(items, line);
    }

    private static Node ReadMap(Parser parser, Dictionary<string, Node> anchors, int depth)
    {
        var line = (int)parser.Consume<MappingStart>().Start.Line;
        var members = new List<KeyValuePair<string, Node>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var at = (int)(parser.Current?.Start.Line ?? line);
            var key = ReadValue(parser, anchors, depth + 1);
            if (key.Kind is NodeKind.List or NodeKind.Map)
            {
                throw new SchemaException($"line {at}", "a key must be a scalar");
            }

            if (!seen.Add(key.Text))
            {
                throw new SchemaException($"line {at}", $"the key '{key.Text}' is given twice");
            }

            members.Add(new(key.Text, ReadValue(parser, anchors, depth + 1)));
        }

        return Node.Map(members, line);
    }

    private static Node ReadScalar(Scalar scalar)
    {
        var line = (int)scalar.Start.Line;
        if (scalar.Style != ScalarStyle.Plain || (!scalar.Tag.IsEmpty && scalar.Tag.Value.EndsWith(":str", StringComparison.Ordinal)))
        {
            return Node.Scalar(NodeKind.Text, scalar.Value, line);
        }

        return scalar.Value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => Node.Scalar(NodeKind.Null, "", line),
            "true" or "True" or "TRUE" => Node.Scalar(NodeKind.Boolean, "true", line),
            "false" or "False" or "FALSE" => Node.Scalar(NodeKind.Boolean, "false", line),
            var text when IsNumber(text) => Node.Scalar(NodeKind.Number, text.TrimStart('+'), line),
            var text => Node.Scalar(NodeKind.Text, text, line),
        };
    }

    private static bool IsNumber(string text) =>
        (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.')
        && NumberText().IsMatch(text)
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && double.IsFinite(value);

    [GeneratedRegex(@"^[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberText();
}
