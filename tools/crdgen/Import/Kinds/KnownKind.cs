using Crdgen.Model;

namespace Crdgen.Import.Kinds;

/// <summary>A kind with a typed Pulumi class.</summary>
/// <param name="ApiVersion">Its <c>apiVersion</c>.</param>
/// <param name="Kind">Its <c>kind</c>.</param>
/// <param name="Resource">The resource class.</param>
/// <param name="Args">The properties of its args.</param>
/// <param name="BuiltIn">A kind of the official package, whose args classes stand in namespaces of their own and which can be patched.</param>
/// <param name="PatchArgs">The properties of what patches a custom resource; null where no class does.</param>
internal sealed record KnownKind(string ApiVersion, string Kind, TypeName Resource, ClassModel Args, bool BuiltIn, ClassModel? PatchArgs = null)
{
    public string Name => $"{ApiVersion}/{Kind}";

    /// <summary>Whether a class patches objects of the kind.</summary>
    public bool HasPatch => BuiltIn || PatchArgs is not null;

    /// <summary>How an args class of this kind is called.</summary>
    public TypeName ArgsOf(ClassModel model, bool patch) => BuiltIn || model.Namespace == MetaNamespace
        ? new($"{Root}.Types.Inputs.{model.Namespace}", patch && BuiltIn ? $"{model.Name}PatchArgs" : $"{model.Name}Args")
        : new(model.Namespace, $"{model.Name}Args");

    /// <summary>The class that creates it, or patches it.</summary>
    public TypeName Creates(bool patch) => patch ? Resource with { Name = $"{Resource.Name}Patch" } : Resource;

    /// <summary>The metadata of custom resources has the official package's class.</summary>
    public const string MetaNamespace = "Meta.V1";

    private const string Root = "Pulumi.Kubernetes";

    /// <param name="resource">The model of the kind.</param>
    /// <param name="builtIn">Whether it is one of the official package.</param>
    public static KnownKind Of(ResourceModel resource, bool builtIn) => new(
        resource.Kind.ApiVersion,
        resource.Kind.Kind,
        new TypeName(builtIn ? $"{Root}.{resource.Namespace}" : resource.Namespace, resource.Name),
        resource.Args,
        builtIn,
        builtIn ? null : resource.Patch);
}
