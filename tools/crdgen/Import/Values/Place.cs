namespace Crdgen.Import.Values;

/// <summary>Where a value stands in its object, and what may be said about it.</summary>
/// <param name="Path">Its path, such as <c>spec.ports[0].port</c>.</param>
/// <param name="Hidden">Nothing of the value may be shown: it is part of a Secret.</param>
internal sealed record Place(string Path, bool Hidden)
{
    public const int MaximumDepth = 100;

    public int Depth { get; private init; }

    public Place Member(string name) => this with { Path = Path.Length == 0 ? Shown(name) : $"{Path}.{Shown(name)}", Depth = Depth + 1 };

    public Place Item(int index) => this with { Path = $"{Path}[{index}]", Depth = Depth + 1 };

    public Place Key(string key) => this with { Path = $"{Path}[{Shown(key)}]", Depth = Depth + 1 };

    public Place Hide() => this with { Hidden = true };

    /// <summary>Keys come from the file: in a message or comment they stay on one line and short.</summary>
    private static string Shown(string name)
    {
        var text = string.Concat(name.Take(80).Select(c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' ? '?' : c));
        return name.Length > 80 ? $"{text}…" : text;
    }
}
