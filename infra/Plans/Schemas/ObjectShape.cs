namespace Hardening.Infra.Plans.Schemas;

/// <summary>What readers asked of the objects at one place of the plan.</summary>
internal sealed class ObjectShape
{
    private readonly List<Type> _types = [];

    /// <summary>Members by key, in the order of their names.</summary>
    public SortedDictionary<string, MemberShape> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>Members without which the object is refused.</summary>
    public SortedSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>The types whose documentation describes the members.</summary>
    public IReadOnlyList<Type> Types => _types;

    public void DescribedBy(Type type)
    {
        if (!_types.Contains(type))
            _types.Add(type);
    }
}
