using System.Diagnostics.CodeAnalysis;

namespace Hardening.Primitives;

/// <summary>
/// A name or pattern of names as Cilium's <c>toFQDNs</c> and DNS rules read it. A text without <c>*</c> is one name (<c>matchName</c>), another a
/// pattern (<c>matchPattern</c>). Case and one trailing dot do not count.
/// </summary>
/// <remarks>
/// <c>*</c> stands for letters, digits, hyphens and underscores, none or more, and never for a dot: <c>*.x.io</c> is exactly one level below <c>x.io</c>, and
/// <c>x.io</c> itself is not in it. A leading <c>**.</c>, or more stars, is one or more levels from Cilium 1.19 on; before, it is read as <c>*.</c>. Elsewhere
/// <c>**</c> is <c>*</c>. <c>*</c> alone is every name, the root's too. At most 254 characters and a trailing dot: Cilium adds the dot before it measures.
/// </remarks>
public sealed class DnsPattern : IEquatable<DnsPattern>
{
    private const string Deep = "**.";
    private const int Longest = 254;

    private readonly string[] _labels;

    private DnsPattern(string text, string[] labels, bool isDeep)
    {
        Text = text;
        _labels = labels;
        IsDeep = isDeep;
    }

    /// <summary>The canonical text: lower case, no trailing dot, <c>**</c> only where it leads.</summary>
    public string Text { get; }

    /// <summary>Whether the text has a wildcard: it belongs into <c>matchPattern</c>, else into <c>matchName</c>.</summary>
    public bool IsPattern => Text.Contains('*', StringComparison.Ordinal);

    /// <summary>Whether the text starts with <c>**.</c>, which means any depth only from Cilium 1.19 on.</summary>
    public bool IsDeep { get; }

    /// <summary>Whether every name is meant.</summary>
    public bool IsEverything => Text == "*";

    /// <summary>Reads a name or pattern.</summary>
    /// <param name="text">The text, for example <c>*.grafana.com</c>.</param>
    /// <param name="value">The pattern, when it could be read.</param>
    /// <param name="error">Where and why it could not.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out DnsPattern? value, out ParseError error)
    {
        value = null;
        if (Check(text) is { } problem)
        {
            error = problem;
            return false;
        }

        error = default;
        var name = text!.TrimEnd('.').ToLowerInvariant();
        var stars = name.Length - name.TrimStart('*').Length;
        var isDeep = stars > 1 && stars < name.Length && name[stars] == '.';
        var rest = Collapse(isDeep ? name[(stars + 1)..] : name);
        value = new DnsPattern((isDeep ? Deep : string.Empty) + rest, rest.Split('.'), isDeep);
        return true;
    }

    /// <summary>Reads a name or pattern.</summary>
    /// <param name="text">The text, for example <c>*.grafana.com</c>.</param>
    /// <exception cref="FormatException">The text is none; the message says where and why.</exception>
    public static DnsPattern Parse(string text) => TryParse(text, out var value, out var error) ? value : throw error.ToException();

    /// <summary>Whether a DNS name is meant by this pattern.</summary>
    /// <param name="name">The name; case and one trailing dot do not count.</param>
    /// <param name="cilium">The Cilium version that judges; <see langword="null"/> for 1.19 or newer.</param>
    public bool Matches(string name, SemanticVersion? cilium = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        var trimmed = Trim(name);
        if (trimmed.Length == 0)
        {
            return IsEverything;
        }

        var labels = trimmed.ToLowerInvariant().Split('.');
        return Array.TrueForAll(labels, label => label.Length > 0 && IsLabelText(label)) && CoversLabels(labels, otherIsDeep: false, cilium);
    }

    /// <summary>Whether every name that <paramref name="other"/> means is meant by this pattern too.</summary>
    /// <param name="other">The pattern to look for.</param>
    /// <param name="cilium">The Cilium version that judges; <see langword="null"/> for 1.19 or newer.</param>
    public bool Covers(DnsPattern other, SemanticVersion? cilium = null)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (IsEverything || other.IsEverything)
        {
            return IsEverything;
        }

        var shallow = IsShallow(cilium);
        return CoversLabels(other.IsDeep && shallow ? ["*", .. other._labels] : other._labels, other.IsDeep && !shallow, cilium);
    }

    /// <inheritdoc/>
    public bool Equals(DnsPattern? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DnsPattern);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The canonical text.</summary>
    public override string ToString() => Text;

    private static bool IsShallow(SemanticVersion? cilium) => cilium is not null && !cilium.IsAtLeast(1, 19);

    private bool CoversLabels(string[] labels, bool otherIsDeep, SemanticVersion? cilium)
    {
        if (IsEverything)
        {
            return true;
        }

        var deep = IsDeep && !IsShallow(cilium);
        string[] own = IsDeep && !deep ? ["*", .. _labels] : _labels;
        var extra = labels.Length - own.Length;
        if (deep ? extra < (otherIsDeep ? 0 : 1) : extra != 0 || otherIsDeep)
        {
            return false;
        }

        for (var i = 0; i < own.Length; i++)
        {
            if (!Glob.Covers(own[i], labels[extra + i]))
            {
                return false;
            }
        }

        return true;
    }

    private static ParseError? Check(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return ParseError.Whole("a DNS name cannot be empty");
        }

        if (Trim(text).Length > Longest)
        {
            return new ParseError(Longest, "a DNS name is at most 254 characters long, without the dot that may end it");
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (!IsLabelCharacter(text[i]) && text[i] is not ('*' or '.'))
            {
                return new ParseError(i, "a DNS name has only letters, digits, hyphens, underscores, dots and *");
            }

            if (text[i] == '.' && (i == 0 || text[i - 1] == '.'))
            {
                return new ParseError(i, "a part of the name is missing here");
            }
        }

        return text.Length >= Deep.Length && text.TrimStart('*') == "." ? new ParseError(text.Length, "a name is missing after **.") : null;
    }

    private static string Collapse(string text)
    {
        while (text.Contains("**", StringComparison.Ordinal))
        {
            text = text.Replace("**", "*", StringComparison.Ordinal);
        }

        return text;
    }

    private static string Trim(string name) => name.EndsWith('.') ? name[..^1] : name;

    private static bool IsLabelText(string label) => label.All(IsLabelCharacter);

    private static bool IsLabelCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
}
