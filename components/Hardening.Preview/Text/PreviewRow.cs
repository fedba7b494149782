namespace Hardening.Preview;

/// <summary>One line of a preview's tree.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Branch">The lines of the tree before the type, such as <c>│  ├─ </c>; empty for the stack.</param>
/// <param name="Operation">What would happen.</param>
/// <param name="Info">Marks such as <c>[protect]</c>, and how many errors and warnings concern the resource; empty where there is nothing to say.</param>
/// <param name="Errors">How many errors concern the resource.</param>
/// <param name="Warnings">How many warnings concern the resource.</param>
public sealed record PreviewRow(CapturedResource Resource, string Branch, PreviewOperation Operation, string Info, int Errors, int Warnings)
{
    /// <summary>The type token.</summary>
    public string Type => Resource.Type;

    /// <summary>The resource's name.</summary>
    public string Name => Resource.Name;

    /// <summary>The sign that Pulumi puts before the row: <c>+</c>, <c>&gt;</c> or <c>~</c>.</summary>
    public string Sign => Operation switch { PreviewOperation.Create => "+", PreviewOperation.Read => ">", _ => "~" };

    /// <summary>The word in the column <c>Plan</c>.</summary>
    public string Plan => Operation switch { PreviewOperation.Create => "create", PreviewOperation.Read => "read", _ => "patch" };
}
