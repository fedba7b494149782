using System.Globalization;
using Hardening.Preview;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Hardening.RoundTrip.Support;

/// <summary>An object as lines, one a scalar or empty collection, each with its path and kind: two objects are the same where the lines are.</summary>
internal sealed class Leaves
{
    private static readonly string[] Null = ["", "~", "null"];

    private readonly List<string> _lines = [];
    private readonly bool _isSecret;

    private Leaves(bool isSecret) => _isSecret = isSecret;

    /// <summary>What the SDK was given.</summary>
    public static string Of(CapturedResource resource)
    {
        var leaves = new Leaves(isSecret: false);
        leaves.Add("", resource.Inputs);
        return leaves.ToString();
    }

    /// <summary>What a manifest says. A key whose value is null is one that is not there.</summary>
    public static string Of(YamlNode manifest)
    {
        var leaves = new Leaves(manifest["apiVersion"].ToString() == "v1" && manifest["kind"].ToString() == "Secret");
        leaves.Add("", manifest);
        return leaves.ToString();
    }

    public override string ToString() => string.Join('\n', _lines.Order(StringComparer.Ordinal));

    private void Add(string path, CapturedValue value, bool isSecret = false)
    {
        isSecret |= value.IsSecret;
        switch (value.Kind)
        {
            case CapturedKind.Map when value.Members.Count > 0:
                foreach (var member in value.Members)
                {
                    Add($"{path}.{member.Name}", member.Value, isSecret);
                }

                break;
            case CapturedKind.List when value.Items.Count > 0:
                for (var index = 0; index < value.Items.Count; index++)
                {
                    Add($"{path}[{index}]", value.Items[index], isSecret);
                }

                break;
            default:
                _lines.Add($"{path} = " + value.Kind switch
                {
                    CapturedKind.Text when isSecret => "a secret",
                    CapturedKind.Map => "{}",
                    CapturedKind.List => "[]",
                    CapturedKind.Text => Quote(value.Text!),
                    CapturedKind.Number => Number(value.Number),
                    CapturedKind.Boolean => value.Boolean ? "true" : "false",
                    CapturedKind.Null => "null",
                    _ => "unknown",
                });
                break;
        }
    }

    private void Add(string path, YamlNode node)
    {
        switch (node)
        {
            case YamlMappingNode map when map.Children.Any(child => !IsNull(child.Value)):
                foreach (var (key, value) in map.Children.Where(child => !IsNull(child.Value)))
                {
                    Add($"{path}.{key}", value);
                }

                break;
            case YamlSequenceNode list when list.Children.Count > 0:
                for (var index = 0; index < list.Children.Count; index++)
                {
                    Add($"{path}[{index}]", list.Children[index]);
                }

                break;
            case YamlScalarNode scalar:
                var isHidden = _isSecret && (path.StartsWith(".data.", StringComparison.Ordinal) || path.StartsWith(".stringData.", StringComparison.Ordinal));
                _lines.Add($"{path} = {(isHidden ? "a secret" : Scalar(scalar))}");
                break;
            default:
                _lines.Add($"{path} = {(node is YamlMappingNode ? "{}" : "[]")}");
                break;
        }
    }

    private static bool IsNull(YamlNode node) => node is YamlScalarNode { Style: ScalarStyle.Plain } scalar && Null.Contains(scalar.Value, StringComparer.Ordinal);

    private static string Scalar(YamlScalarNode scalar) => scalar switch
    {
        _ when IsNull(scalar) => "null",
        { Style: not ScalarStyle.Plain } => Quote(scalar.Value!),
        { Value: "true" or "false" } => scalar.Value,
        _ when double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => Number(number),
        _ => Quote(scalar.Value!),
    };

    private static string Number(double number) => (number + 0.0).ToString("R", CultureInfo.InvariantCulture);

    private static string Quote(string text) => $"'{text.Replace("\n", "\\n", StringComparison.Ordinal)}'";
}
