namespace Hardening.Components;

/// <summary>Something that is no error in the arguments, yet has to be dealt with, such as an exemption that has expired.</summary>
/// <param name="Path">The path of what the finding is about, relative to what was looked at.</param>
/// <param name="Message">What was found and what to do about it.</param>
public sealed record Finding(string Path, string Message)
{
    /// <summary>The same finding seen from further out: <paramref name="prefix"/> is put before the path.</summary>
    /// <param name="prefix">The path of what was looked at.</param>
    public Finding WithPrefix(string prefix) => this with { Path = PathText.Join(prefix, Path) };

    /// <summary><c>path: message</c>.</summary>
    public override string ToString() => $"{Path}: {Message}";
}
