namespace Hardening.Infra.Plans.Schemas;

/// <summary>What a reader asked of one member.</summary>
/// <param name="Kind">What it takes.</param>
internal sealed record MemberShape(MemberKind Kind)
{
    /// <summary>The closed set that the text, or each text of the list, is out of; null where any text will do.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>The smallest number.</summary>
    public double? Min { get; init; }

    /// <summary>The largest number.</summary>
    public double? Max { get; init; }

    /// <summary>Whether neither of the two is taken.</summary>
    public bool IsExclusive { get; init; }
}
