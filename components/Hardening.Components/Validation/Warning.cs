namespace Hardening.Components;

/// <summary>Something that is accepted, yet probably not what was meant or not safe.</summary>
/// <param name="Path">The argument's path in wire names, relative to what was validated.</param>
/// <param name="Message">What will happen and what to do about it.</param>
public sealed record Warning(string Path, string Message)
{
    /// <summary>The same warning seen from further out: <paramref name="prefix"/> is put before the path.</summary>
    /// <param name="prefix">The path of what was validated.</param>
    public Warning WithPrefix(string prefix) => this with { Path = PathText.Join(prefix, Path) };

    /// <summary><c>path: message</c>.</summary>
    public override string ToString() => $"{Path}: {Message}";
}
