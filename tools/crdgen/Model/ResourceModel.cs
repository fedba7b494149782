using Crdgen.Reading;

namespace Crdgen.Model;

/// <summary>A kind as a resource class with its args.</summary>
internal sealed record ResourceModel(KindSchema Kind, string Namespace, string Name, ClassModel Args)
{
    /// <summary>All classes of a custom resource but its args, sorted by name.</summary>
    public IReadOnlyList<ClassModel> Classes { get; init; } = [];

    public IReadOnlyList<ConstantsModel> Constants { get; init; } = [];

    /// <summary>The root of the object may have members that its schema does not declare.</summary>
    public bool OpenRoot { get; init; }

    /// <summary>What got another name than its path gives, and why.</summary>
    public IReadOnlyList<string> Renamed { get; init; } = [];

    /// <summary>The outputs of a built-in kind.</summary>
    public ClassModel? Outputs { get; init; }

    /// <summary>Pulumi type tokens of earlier versions.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public IReadOnlyList<string> SecretOutputs { get; init; } = [];

    /// <summary>The Pulumi type token: it ends in the kind and, if any, the suffix of the class (<c>Patch</c>).</summary>
    public string Token => $"kubernetes:{(Kind.Group.Length == 0 ? "core/" : "")}{Kind.ApiVersion}:{Kind.Kind}{Name[Kind.TypeName.Length..]}";
}
