using Crdgen.Reading;

namespace Crdgen.Import.Reading;

/// <summary>One object of a file.</summary>
internal sealed record Manifest(string File, Node Root)
{
    public string ApiVersion { get; } = Root["apiVersion"]?.Text ?? "";

    public string Kind { get; } = Root["kind"]?.Text ?? "";

    public string? Namespace { get; } = Text(Root["metadata"]?["namespace"]);

    /// <summary><c>metadata.name</c>, or the start that the server completes.</summary>
    public string? Name { get; } = Text(Root["metadata"]?["name"]) ?? Text(Root["metadata"]?["generateName"])?.TrimEnd('-');

    public bool IsSecret => ApiVersion == "v1" && Kind == "Secret";

    /// <summary>How messages call it.</summary>
    public string Title => $"{Kind} {(Namespace is null ? "" : $"{Namespace}/")}{Name ?? "(no name)"}";

    private static string? Text(Node? node) => node is { Kind: NodeKind.Text or NodeKind.Number, Text.Length: > 0 } ? node.Text : null;
}
