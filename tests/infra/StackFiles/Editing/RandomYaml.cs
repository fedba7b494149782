using System.Text;
using Hardening.Infra.StackFiles;
using Hardening.Infra.StackFiles.Editing;

namespace Hardening.Infra.Tests.StackFiles.Editing;

/// <summary>Writes YAML as people do: comments, blank lines, braces here and lines there, quotes now and then.</summary>
internal sealed class RandomYaml(int seed, bool rare = false)
{
    private static readonly string[] Values = ["500m", "1Gi", "\"2\"", "'a b'", "plain text", "12", "1.5", "true", "http://x.example/?a=b#c", "\"# no comment\"", "ä😀", "'it''s'", "\"\\u00e9\\n\""];
    private static readonly string[] RareValues = ["", "~", "!!str 5", "! x", "\u0085x", "a\u2028b", "'\u2029'", "\t", "x\t# tab", "\"a \\\n   b\"", "0x1F", "1_000", "2026-11-22", "<<", "? x", "- x", "\uFEFFx", "\U0001F600", "a: b", "%x", "@x", "`x"];

    private readonly Random _random = new(seed);
    private int _anchors;
    private readonly StringBuilder _text = new();

    public string Document()
    {
        if (rare && _random.Next(3) == 0)
            _text.Append("# before\n--- # here\n");
        Mapping(0, 0);
        if (rare && _random.Next(4) == 0)
            _text.Append(_random.Next(2) == 0 ? "...\n" : "...");
        if (rare && _random.Next(4) == 0)
            _text.Length--;
        var text = _text.ToString();
        if (rare && _random.Next(8) == 0)
            return text.ReplaceLineEndings("\r");
        return _random.Next(3) == 0 ? text.ReplaceLineEndings("\r\n") : text;
    }

    /// <summary>The ways to every scalar.</summary>
    public static IEnumerable<YamlStep[]> Leaves(ConfigNode node, YamlStep[] path) => node.Kind switch
    {
        ConfigKind.Object => node.Members.SelectMany(member => Leaves(member.Value, [.. path, member.Key])),
        ConfigKind.List => node.Items.SelectMany((item, index) => Leaves(item, [.. path, index])),
        _ => [path],
    };

    /// <summary>The ways to every mapping.</summary>
    public static IEnumerable<YamlStep[]> Mappings(ConfigNode node, YamlStep[] path) => node.Kind switch
    {
        ConfigKind.Object => node.Members.SelectMany(member => Mappings(member.Value, [.. path, member.Key])).Prepend(path),
        ConfigKind.List => node.Items.SelectMany((item, index) => Mappings(item, [.. path, index])),
        _ => [],
    };

    /// <summary>Whether all but a few characters in one place of the first text stand in the second, before and behind what is new.</summary>
    public static bool DiffersInOnePlace(string before, string after, int allowed)
    {
        var start = 0;
        while (start < before.Length && start < after.Length && before[start] == after[start])
            start++;
        var end = 0;
        while (end < before.Length - start && end < after.Length - start && before[^(end + 1)] == after[^(end + 1)])
            end++;
        return before.Length - start - end <= allowed;
    }

    private void Mapping(int indent, int depth, bool afterDash = false)
    {
        for (int index = 0, count = _random.Next(1, 5); index < count; index++)
        {
            Noise(indent, afterDash && index == 0);
            if (!(afterDash && index == 0))
                _text.Append(' ', indent);
            _text.Append(_random.Next(6) == 0 ? $"\"k{index}\"" : $"k{index}").Append(':');
            Value(indent, depth);
        }
    }

    private void Value(int indent, int depth)
    {
        switch (depth > 3 ? 0 : _random.Next(6))
        {
            case 1:
                Comment().Append('\n');
                Mapping(indent + 2, depth + 1);
                break;
            case 2:
                Comment().Append('\n');
                for (int index = 0, count = _random.Next(1, 4); index < count; index++)
                {
                    Noise(indent + 2, first: false);
                    _text.Append(' ', indent + 2).Append("- ");
                    if (_random.Next(2) == 0)
                        Mapping(indent + 4, depth + 1, afterDash: true);
                    else
                        _text.Append(Scalar()).Append('\n');
                }

                break;
            case 3:
                _text.Append(' ').Append(Flow(depth));
                Comment().Append('\n');
                break;
            case 4 when _random.Next(3) == 0:
                _text.Append(" |\n").Append(' ', indent + 4).Append("a: b\n").Append(' ', indent + 4).Append("# text\n");
                break;
            case 5 when rare && _random.Next(2) == 0:
                var start = _random.Next(3) switch { 0 => "|+", 1 => ">-", _ => "|2" };
                _text.Append(' ').Append(start).Append('\n').Append(' ', indent + 2).Append("a: b\n\n").Append(' ', indent + 2).Append("\u00e4\n").Append(_random.Next(2) == 0 ? "\n" : "");
                break;
            default:
                _text.Append(' ', _random.Next(1, 3)).Append(Scalar());
                Comment().Append('\n');
                break;
        }
    }

    private string Flow(int depth) => _random.Next(depth > 3 ? 1 : 4) switch
    {
        1 => $"[{string.Join(", ", Enumerable.Range(0, _random.Next(3)).Select(_ => Flow(depth + 1)))}]",
        2 => $"{{ {string.Join(" , ", Enumerable.Range(0, _random.Next(1, 4)).Select(index => $"f{index}: {Flow(depth + 1)}"))} }}",
        3 => "{}",
        _ => FlowScalar(),
    };

    private string FlowScalar() => Values[_random.Next(4)];

    private string Scalar() => (rare ? _random.Next(6) : 0) switch
    {
        1 => RareValues[_random.Next(RareValues.Length)],
        2 => $"&a{_anchors++} v",
        3 when _anchors > 0 => $"*a{_random.Next(_anchors)} ",
        _ => Values[_random.Next(Values.Length)],
    };

    private StringBuilder Comment() => _random.Next(4) == 0 ? _text.Append(' ', _random.Next(1, 3)).Append("# c: {d}") : _text;

    private void Noise(int indent, bool first)
    {
        if (first || _random.Next(5) > 0)
            return;
        _text.Append(_random.Next(2) == 0 ? "\n" : new string(' ', indent) + "# about - what: follows\n");
    }
}
