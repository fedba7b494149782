using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Hardening.Preview.Tests.Support;

/// <summary>Reads YAML with YamlDotNet and decides types as a YAML 1.2 reader does.</summary>
public static class YamlReading
{
    public static CapturedValue Read(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Value(Assert.Single(stream.Documents).RootNode);
    }

    private static CapturedValue Value(YamlNode node) => node switch
    {
        YamlMappingNode map => CapturedValue.FromMembers(
            [.. map.Children.Select(pair => new CapturedMember(((YamlScalarNode)pair.Key).Value!, Value(pair.Value)))]),
        YamlSequenceNode list => CapturedValue.FromItems([.. list.Children.Select(Value)]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value!),
        YamlScalarNode scalar => CapturedValue.FromText(scalar.Value!),
        _ => throw new InvalidOperationException(node.NodeType.ToString()),
    };

    private static CapturedValue Plain(string text) => text switch
    {
        "null" or "~" or "" => CapturedValue.Null,
        "true" => CapturedValue.True,
        "false" => CapturedValue.False,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !char.IsLetter(text[0])
            ? CapturedValue.FromNumber(number)
            : CapturedValue.FromText(text),
    };
}
