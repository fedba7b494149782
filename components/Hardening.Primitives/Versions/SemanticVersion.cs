using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Hardening.Primitives;

/// <summary>
/// A version as projects of the field publish it: <c>1.19</c>, <c>v1.19.4</c>, <c>1.20.0-rc.1</c>, <c>v1.33.1+k3s1</c>. Parts that are left out are 0;
/// a pre-release comes before its release; build metadata does not count.
/// </summary>
public sealed class SemanticVersion : IEquatable<SemanticVersion>, IComparable<SemanticVersion>, IComparable
{
    private readonly string _text;

    internal SemanticVersion(int major, int minor, int patch, string preRelease, string text)
    {
        Major = major;
        Minor = minor;
        Patch = patch;
        PreRelease = preRelease;
        _text = text;
    }

    /// <summary>The first number.</summary>
    public int Major { get; }

    /// <summary>The second number; 0 when left out.</summary>
    public int Minor { get; }

    /// <summary>The third number; 0 when left out.</summary>
    public int Patch { get; }

    /// <summary>What follows the hyphen, <c>rc.1</c>; empty for a release.</summary>
    public string PreRelease { get; }

    /// <summary>Reads a version of one to three numbers, optionally with a leading <c>v</c>, a pre-release and build metadata.</summary>
    /// <param name="text">The text, for example <c>v1.19.4</c>.</param>
    /// <param name="value">The version, when it could be read.</param>
    /// <param name="error">Where and why it could not.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SemanticVersion? value, out ParseError error) =>
        SemanticVersionParser.TryParse(text, out value, out error);

    /// <summary>Reads a version.</summary>
    /// <param name="text">The text, for example <c>v1.19.4</c>.</param>
    /// <exception cref="FormatException">The text is none; the message says where and why.</exception>
    public static SemanticVersion Parse(string text) => TryParse(text, out var value, out var error) ? value : throw error.ToException();

    /// <summary>Whether this version is at least <paramref name="major"/>.<paramref name="minor"/>, whose pre-releases count as reaching it.</summary>
    /// <param name="major">The first number.</param>
    /// <param name="minor">The second number.</param>
    public bool IsAtLeast(int major, int minor) => Major > major || (Major == major && Minor >= minor);

    /// <inheritdoc/>
    public int CompareTo(SemanticVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        var numbers = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        return numbers != 0 ? numbers : ComparePreReleases(PreRelease, other.PreRelease);
    }

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        SemanticVersion other => CompareTo(other),
        _ => throw new ArgumentException("only a SemanticVersion can be compared with a SemanticVersion", nameof(obj)),
    };

    /// <inheritdoc/>
    public bool Equals(SemanticVersion? other) => other is not null && CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SemanticVersion);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Major, Minor, Patch, PreRelease);

    /// <summary>The version as written.</summary>
    public override string ToString() => _text;

    /// <summary>Whether both mean the same version.</summary>
    public static bool operator ==(SemanticVersion? left, SemanticVersion? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they mean different versions.</summary>
    public static bool operator !=(SemanticVersion? left, SemanticVersion? right) => !(left == right);

    /// <summary>Whether the left version is older.</summary>
    public static bool operator <(SemanticVersion? left, SemanticVersion? right) => left is null ? right is not null : left.CompareTo(right) < 0;

    /// <summary>Whether the left version is newer.</summary>
    public static bool operator >(SemanticVersion? left, SemanticVersion? right) => right < left;

    /// <summary>Whether the left version is older or the same.</summary>
    public static bool operator <=(SemanticVersion? left, SemanticVersion? right) => !(right < left);

    /// <summary>Whether the left version is newer or the same.</summary>
    public static bool operator >=(SemanticVersion? left, SemanticVersion? right) => !(left < right);

    private static int ComparePreReleases(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            return right.Length.CompareTo(left.Length);
        }

        var lefts = left.Split('.');
        var rights = right.Split('.');
        for (var i = 0; i < Math.Min(lefts.Length, rights.Length); i++)
        {
            var result = CompareIdentifiers(lefts[i], rights[i]);
            if (result != 0)
            {
                return result;
            }
        }

        return lefts.Length.CompareTo(rights.Length);
    }

    private static int CompareIdentifiers(string left, string right)
    {
        var leftIsNumber = long.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out var leftNumber);
        var rightIsNumber = long.TryParse(right, NumberStyles.None, CultureInfo.InvariantCulture, out var rightNumber);
        return (leftIsNumber, rightIsNumber) switch
        {
            (true, true) => leftNumber.CompareTo(rightNumber),
            (true, false) => -1,
            (false, true) => 1,
            _ => string.CompareOrdinal(left, right),
        };
    }
}
