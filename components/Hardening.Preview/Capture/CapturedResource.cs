namespace Hardening.Preview;

/// <summary>One resource as an engine would see it registered.</summary>
public sealed class CapturedResource
{
    internal CapturedResource(string type, string name, Type clrType)
    {
        Type = type;
        Name = name;
        ClrType = clrType;
    }

    /// <summary>The Pulumi type token, such as <c>kubernetes:core/v1:Namespace</c>.</summary>
    public string Type { get; }

    /// <summary>The Pulumi resource name (not the object's <c>metadata.name</c>).</summary>
    public string Name { get; }

    /// <summary>The C# class.</summary>
    public Type ClrType { get; }

    /// <summary>The parent; null for the stack alone.</summary>
    public CapturedResource? Parent { get; internal set; }

    /// <summary>The resource's children in program order.</summary>
    public IReadOnlyList<CapturedResource> Children => ChildList;

    /// <summary>
    /// What must exist before this resource, as an engine would be told: explicit dependencies with components expanded to their custom
    /// resources, and the resources whose outputs the inputs use. Sorted by URN.
    /// </summary>
    public IReadOnlyList<CapturedResource> DependsOn { get; internal set; } = [];

    /// <summary>The explicit dependencies as the program wrote them, components included.</summary>
    public IReadOnlyList<CapturedResource> DependsOnAsWritten { get; internal set; } = [];

    /// <summary>The inputs, always an object; empty for a read.</summary>
    public CapturedValue Inputs { get; internal set; } = CapturedValue.FromMembers();

    /// <summary>Whether this is the stack itself.</summary>
    public bool IsStack { get; internal set; }

    /// <summary>Whether this is a component (the stack is one too): it groups, nothing of it exists in a cluster.</summary>
    public bool IsComponent { get; internal set; }

    /// <summary>Whether this is a provider.</summary>
    public bool IsProvider { get; internal set; }

    /// <summary>Whether this patches an object that something else owns (a <c>…Patch</c> kind of the Kubernetes SDK).</summary>
    public bool IsPatch { get; internal set; }

    /// <summary>Whether this reads an existing object (<c>X.Get(…)</c>) and creates none.</summary>
    public bool IsRead { get; internal set; }

    /// <summary>The id that a read names, otherwise null.</summary>
    public string? ReadId { get; internal set; }

    /// <summary>Whether the engine refuses to delete it; inherited from the parent.</summary>
    public bool Protect { get; internal set; }

    /// <summary>Whether the object outlives the resource; not inherited by the SDK.</summary>
    public bool RetainOnDelete { get; internal set; }

    /// <summary>The <c>apiVersion</c> of a Kubernetes object, otherwise null.</summary>
    public string? ApiVersion => Inputs["apiVersion"]?.Text;

    /// <summary>The <c>kind</c> of a Kubernetes object (without <c>Patch</c>), otherwise null.</summary>
    public string? Kind => Inputs["kind"]?.Text;

    /// <summary>The object's <c>metadata.name</c>, or null where it is absent or unknown.</summary>
    public string? ObjectName => Inputs["metadata"]?["name"]?.Text;

    /// <summary>The object's <c>metadata.namespace</c>, or null where it is absent or unknown.</summary>
    public string? ObjectNamespace => Inputs["metadata"]?["namespace"]?.Text;

    /// <summary>Whether this is a Kubernetes object that the deployment writes: no component, provider or read, and with an apiVersion and a kind.</summary>
    public bool IsManifest => !IsComponent && !IsProvider && !IsRead && ApiVersion is not null && Kind is not null;

    /// <summary>The URN that an engine would give it.</summary>
    public string Urn { get; internal set; } = "";

    internal List<CapturedResource> ChildList { get; } = [];

    /// <summary><c>type "name"</c>.</summary>
    public override string ToString() => $"{Type} \"{Name}\"";
}
