namespace Hardening.Infra.Comparing;

/// <summary>
/// A plan made comparable: lists have become mappings from what their items are to the items, so that order and position say nothing. A node has a text or members.
/// </summary>
/// <param name="Text">A scalar's text; null of a mapping or a list.</param>
/// <param name="Members">The members, or the items of a list by what they are.</param>
/// <param name="IsList">Whether the members are items.</param>
internal sealed record PlanNode(string? Text, IReadOnlyDictionary<string, PlanNode> Members, bool IsList)
{
    /// <summary>What stands for an encrypted value.</summary>
    public const string Secret = "[secret]";

    /// <summary>What stands for being there.</summary>
    public const string Present = "yes";

    private static readonly IReadOnlyDictionary<string, PlanNode> None = new Dictionary<string, PlanNode>(StringComparer.Ordinal);

    /// <summary>An item that is its own name, as in a list of texts.</summary>
    public static PlanNode Listed { get; } = new(Present, None, false);

    /// <summary>A scalar.</summary>
    public static PlanNode Of(string text) => new(text, None, false);

    /// <summary>A mapping.</summary>
    public static PlanNode Map(IReadOnlyDictionary<string, PlanNode> members) => new(null, members, false);

    /// <summary>A list.</summary>
    public static PlanNode List(IReadOnlyDictionary<string, PlanNode> items) => new(null, items, true);

    /// <summary>The scalar below, by its keys; null where there is none.</summary>
    public string? TextAt(params ReadOnlySpan<string> keys)
    {
        var node = this;
        foreach (var key in keys)
        {
            if (!node.Members.TryGetValue(key, out node!))
                return null;
        }

        return node.Text;
    }
}
