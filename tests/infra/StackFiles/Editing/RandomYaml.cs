using System.Text;
using Hardening.Infra.StackFiles;
using Hardening.Infra.StackFiles.Editing;

namespace Hardening.Infra.Tests.StackFiles.Editing;

/// <summary>Writes YAML as people do: comments, blank lines, braces here and lines there, quotes now and then.</summary>
internal sealed class RandomYaml(int seed)
{
    private static readonly string[] Values = ["500m", "1Gi", "\"2\"", "'a b'", "plain text", "12", "1.5", "true", "http://x.example/?a=b#c", "\"# no comment\"", "ä😀", "'it''s'", "\"\\u00e9\\n\""];
    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();

    public string Document()
    {
        Mapping(0, 0);
        var text = _text.ToString();
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

    private string Scalar() => Values[_random.Next(Values.Length)];

    private StringBuilder Comment() => _random.Next(4) == 0 ? _text.Append(' ', _random.Next(1, 3)).Append("# c: {d}") : _text;

    private void Noise(int indent, bool first)
    {
        if (first || _random.Next(5) > 0)
            return;
        _text.Append(_random.Next(2) == 0 ? "\n" : new string(' ', indent) + "# about - what: follows\n");
    }
}
