using System.Globalization;

namespace Hardening.Preview.Schemas;

/// <summary>Where a validation is, turned into text only when there is something to say.</summary>
internal sealed class ValuePath
{
    private readonly List<(string? Name, int Index)> _segments = [];

    public void Push(string name) => _segments.Add((name, -1));

    public void Push(int index) => _segments.Add((null, index));

    public void Pop() => _segments.RemoveAt(_segments.Count - 1);

    public string With(string name)
    {
        Push(name);
        var text = ToString();
        Pop();
        return text;
    }

    public override string ToString()
    {
        var text = "";
        foreach (var (name, index) in _segments)
        {
            text = name is not null ? CapturedPath.Member(text, name) : string.Create(CultureInfo.InvariantCulture, $"{text}[{index}]");
        }

        return text;
    }
}
