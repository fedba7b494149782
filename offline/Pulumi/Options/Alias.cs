namespace Pulumi;

public sealed class Alias
{
    public string? Urn { get; set; }

    public Input<string>? Name { get; set; }

    public Input<string>? Type { get; set; }

    public Input<string>? Stack { get; set; }

    public Input<string>? Project { get; set; }

    public Resource? Parent { get; set; }

    public Input<string>? ParentUrn { get; set; }

    public bool NoParent { get; set; }

    /// <summary>Fails for an alias that says the same thing in two ways.</summary>
    internal Alias Check()
    {
        if (Urn is not null)
        {
            var other = Name is not null ? nameof(Name)
                : Type is not null ? nameof(Type)
                : Project is not null ? nameof(Project)
                : Stack is not null ? nameof(Stack)
                : Parent is not null ? nameof(Parent)
                : ParentUrn is not null ? nameof(ParentUrn)
                : NoParent ? nameof(NoParent)
                : null;
            return other is null ? this : throw new ArgumentException($"Alias should not specify both Urn and {other}");
        }

        var parents = (Parent is not null ? 1 : 0) + (ParentUrn is not null ? 1 : 0) + (NoParent ? 1 : 0);
        return parents < 2 ? this : throw new ArgumentException("Only specify one of 'Parent', 'ParentUrn' or 'NoParent' in an Alias");
    }
}
