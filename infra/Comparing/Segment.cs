namespace Hardening.Infra.Comparing;

/// <summary>One step of a place: a member by its key, or an item of a list by what it is. A namespace may be called as a key is.</summary>
/// <param name="Name">The key, or what the item is.</param>
/// <param name="IsItem">Whether it is an item.</param>
internal readonly record struct Segment(string Name, bool IsItem)
{
    /// <summary>A member of a mapping.</summary>
    public static implicit operator Segment(string key) => new(key, false);
}
