using System.Diagnostics.CodeAnalysis;

namespace Hardening.Primitives;

/// <summary>
/// Selects objects by their labels: all conditions must hold; without any, every object is selected. It reads and prints the
/// notation of <c>kubectl -l</c>: <c>app=web,tier in (a,b),!legacy</c>.
/// </summary>
public sealed class LabelSelector : IEquatable<LabelSelector>
{
    internal LabelSelector(SortedDictionary<string, string> matchLabels, IReadOnlyList<LabelRequirement> matchExpressions)
    {
        MatchLabels = matchLabels;
        MatchExpressions = matchExpressions;
    }

    /// <summary>Selects every object.</summary>
    public static LabelSelector Everything { get; } = new([], []);

    /// <summary>The labels that must have exactly these values, keys in ordinal order.</summary>
    public IReadOnlyDictionary<string, string> MatchLabels { get; }

    /// <summary>The other conditions, in the order written.</summary>
    public IReadOnlyList<LabelRequirement> MatchExpressions { get; }

    /// <summary>Whether every object is selected.</summary>
    public bool IsEverything => MatchLabels.Count == 0 && MatchExpressions.Count == 0;

    /// <summary>Reads a selector; an empty text selects everything.</summary>
    /// <param name="text">The text, for example <c>app=web,tier in (a,b),!legacy</c>.</param>
    /// <param name="value">The selector, when it could be read.</param>
    /// <param name="error">Where and why it could not.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out LabelSelector? value, out ParseError error) =>
        LabelSelectorParser.TryParse(text, out value, out error);

    /// <summary>Reads a selector; an empty text selects everything.</summary>
    /// <param name="text">The text, for example <c>app=web,tier in (a,b),!legacy</c>.</param>
    /// <exception cref="FormatException">The text is none; the message says where and why.</exception>
    public static LabelSelector Parse(string text) => TryParse(text, out var value, out var error) ? value : throw error.ToException();

    /// <summary>Whether an object with these labels is selected.</summary>
    /// <param name="labels">The object's labels.</param>
    public bool Matches(IReadOnlyDictionary<string, string> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return MatchLabels.All(pair => labels.TryGetValue(pair.Key, out var value) && value == pair.Value)
            && MatchExpressions.All(requirement => requirement.Matches(labels));
    }

    /// <inheritdoc/>
    public bool Equals(LabelSelector? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LabelSelector);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The selector in the notation of <c>kubectl -l</c>, equalities first.</summary>
    public override string ToString() =>
        string.Join(',', MatchLabels.Select(pair => $"{pair.Key}={pair.Value}").Concat(MatchExpressions.Select(requirement => requirement.ToString())));
}
