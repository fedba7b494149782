using Crdgen.Reading;

namespace Crdgen.Model;

/// <summary>A kind as a resource class with its args.</summary>
internal sealed record ResourceModel(KindSchema Kind, string Namespace, string Name, ClassModel Args)
{
    /// <summary>All args classes of a custom resource but its own, sorted by name.</summary>
    public IReadOnlyList<ClassModel> Classes { get; init; } = [];

    /// <summary>The classes of what the API server returns, sorted by name.</summary>
    public IReadOnlyList<ClassModel> OutputClasses { get; init; } = [];

    /// <summary>What a patch of a custom resource sets; null where none was asked for.</summary>
    public ClassModel? Patch { get; init; }

    /// <summary>The args classes of the patch but its own, sorted by name.</summary>
    public IReadOnlyList<ClassModel> PatchClasses { get; init; } = [];

    /// <summary>Whether there is a resource that is a list of objects.</summary>
    public bool List { get; init; }

    public IReadOnlyList<ConstantsModel> Constants { get; init; } = [];

    /// <summary>The root of the object may have members that its schema does not declare.</summary>
    public bool OpenRoot { get; init; }

    /// <summary>What got another name than its path gives, and why.</summary>
    public IReadOnlyList<string> Renamed { get; init; } = [];

    /// <summary>The outputs of the resource itself; null where a custom resource has none.</summary>
    public ClassModel? Outputs { get; init; }

    /// <summary>Pulumi type tokens of earlier versions.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public IReadOnlyList<string> SecretOutputs { get; init; } = [];

    /// <summary>The Pulumi type token: it ends in the kind and, if any, the suffix of the class (<c>Patch</c>).</summary>
    public string Token => $"kubernetes:{(Kind.Group.Length == 0 ? "core/" : "")}{Kind.ApiVersion}:{Kind.Kind}{Name[Kind.TypeName.Length..]}";

    /// <summary>The token that the SDK gives custom resources.</summary>
    public string CustomToken => $"kubernetes:{Kind.ApiVersion}:{Kind.Kind}";
}
