namespace Crdgen.Planning;

/// <summary>One kind to generate. All but the name, <c>patch</c> and <c>list</c> concerns built-in kinds, where OpenAPI does not say what the official package does.</summary>
internal sealed record PlannedKind
{
    /// <summary><c>apiVersion/Kind</c>, such as <c>v1/Namespace</c> or <c>cilium.io/v2/CiliumNetworkPolicy</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Also generate the resource that patches an object of this kind.</summary>
    public bool Patch { get; init; }

    /// <summary>Also generate the resource that is a list of custom resources of this kind.</summary>
    public bool List { get; init; }

    /// <summary>Leave out <c>spec</c> and <c>status</c> of the outputs, where nobody reads a large tree.</summary>
    public bool MetadataOnly { get; init; }

    /// <summary>Group versions, such as <c>apps/v1beta1</c>, under which the kind was known before.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Properties whose values are secrets.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];
}
