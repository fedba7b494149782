namespace Hardening.Primitives;

/// <summary>One condition of a label selector.</summary>
public sealed class LabelRequirement : IEquatable<LabelRequirement>
{
    internal LabelRequirement(string key, string op, IReadOnlyList<string> values)
    {
        Key = key;
        Operator = op;
        Values = values;
    }

    /// <summary>The label's key.</summary>
    public string Key { get; }

    /// <summary>One of <see cref="LabelOperator.All"/>.</summary>
    public string Operator { get; }

    /// <summary>The values, in ordinal order; empty for <c>Exists</c> and <c>DoesNotExist</c>.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>Whether labels meet the condition.</summary>
    /// <param name="labels">The labels of an object.</param>
    public bool Matches(IReadOnlyDictionary<string, string> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var present = labels.TryGetValue(Key, out var value);
        return Operator switch
        {
            LabelOperator.In => present && Values.Contains(value!, StringComparer.Ordinal),
            LabelOperator.NotIn => !present || !Values.Contains(value!, StringComparer.Ordinal),
            LabelOperator.Exists => present,
            _ => !present,
        };
    }

    /// <inheritdoc/>
    public bool Equals(LabelRequirement? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LabelRequirement);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The condition as <c>kubectl</c> reads it: <c>tier in (a,b)</c>, <c>!legacy</c>.</summary>
    public override string ToString() => Operator switch
    {
        LabelOperator.In when Values is [""] => Key + "=",
        LabelOperator.NotIn when Values is [var only] => $"{Key}!={only}",
        LabelOperator.In => $"{Key} in ({string.Join(',', Values)})",
        LabelOperator.NotIn => $"{Key} notin ({string.Join(',', Values)})",
        LabelOperator.Exists => Key,
        _ => "!" + Key,
    };
}
