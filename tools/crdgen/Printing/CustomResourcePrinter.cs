using Crdgen.Model;

namespace Crdgen.Printing;

/// <summary>Prints a custom resource: one file with its resource, args, nested args, outputs and constants.</summary>
/// <param name="root">The namespace that everything is under.</param>
/// <param name="documented">Whether the file has documentation.</param>
internal sealed class CustomResourcePrinter(string root, bool documented)
{
    private const string Sdk = "global::Pulumi.Kubernetes.ApiExtensions";

    private static readonly TypeNames Types = new(model => $"{model.Name}Args");
    private static readonly ArgsPrinter Args = new(Types, documented: true);

    public string Print(ResourceModel resource)
    {
        var code = CSharp.Start(documented);
        var outputs = new OutputsPrinter(resource.Namespace);
        code.Open($"namespace {resource.Namespace}");
        Resource(code, resource, outputs);
        code.Line();
        RootArgs(code, resource, $"{resource.Name}Args", "CustomResourceArgs", resource.Kind.Kind, resource.Args);
        Nested(code, resource.Classes);
        if (resource.Patch is { } patch)
        {
            Patch(code, resource, outputs);
            RootArgs(code, resource, $"{resource.Name}PatchArgs", "CustomResourcePatchArgs", resource.Kind.Kind, patch);
            Nested(code, resource.PatchClasses);
        }

        if (resource.List)
        {
            List(code, resource);
        }

        foreach (var constants in resource.Constants)
        {
            Constants(code, constants);
        }

        code.Close();
        if (resource.OutputClasses.Count > 0)
        {
            outputs.Classes(code, resource.OutputClasses);
        }

        return code.ToString();
    }

    private static void Resource(CodeWriter code, ResourceModel resource, OutputsPrinter outputs)
    {
        var kind = resource.Kind;
        code.Line($"/// <summary>The custom resource {kind.Kind} of {kind.ApiVersion}, {(kind.Scope == "Cluster" ? "cluster-scoped" : "namespaced")}.</summary>");
        Documentation.Remarks(code, resource.Args.Prose);
        Obsolete(code, resource);
        code.Open($"public sealed partial class {resource.Name} : {Sdk}.CustomResource");
        Constant(code, "GroupName", "API group", kind.Group);
        Constant(code, "VersionName", "Version of the API group", kind.Version);
        Constant(code, "KindName", "Kind", kind.Kind);
        Constant(code, "PluralName", "Plural, as in paths and RBAC rules", kind.Plural);
        Constant(code, "ScopeName", "Scope", kind.Scope);
        Constant(code, "TypeToken", "Pulumi type token", resource.CustomToken);
        Constructor(code, resource.Name, $"{resource.Name}Args");
        code.Open($"private {resource.Name}(string name, Existing{resource.Name} args, global::Pulumi.CustomResourceOptions options) : base(name, args, options)").Close();
        code.Line();
        if (resource.Outputs is { } members)
        {
            outputs.Members(code, members);
        }

        code.Line("/// <summary>Reads an object that exists.</summary>");
        code.Line("/// <param name=\"name\">Unique name of the resource in its stack.</param>");
        code.Line($"/// <param name=\"id\">{(kind.Scope == "Cluster" ? "The object's name" : "<c>namespace/name</c> of the object")}.</param>");
        code.Line("/// <param name=\"options\">Resource options.</param>");
        code.Line($"public static {resource.Name} Get(string name, global::Pulumi.Input<string> id, global::Pulumi.CustomResourceOptions? options = null) =>");
        code.Line($"    new(name, new Existing{resource.Name}(), global::Pulumi.CustomResourceOptions.Merge(options, new global::Pulumi.CustomResourceOptions {{ Id = id }}));");
        code.Line();
        code.Open($"private sealed class Existing{resource.Name} : {Sdk}.CustomResourceArgs");
        code.Open($"public Existing{resource.Name}() : base({CSharp.Literal(kind.ApiVersion)}, {CSharp.Literal(kind.Kind)})").Close();
        code.Close();
        code.Close();
    }

    private static void Patch(CodeWriter code, ResourceModel resource, OutputsPrinter outputs)
    {
        code.Line().Line($"/// <summary>Sets fields of a {resource.Kind.Kind} of {resource.Kind.ApiVersion} that somebody else owns, by server-side apply.</summary>");
        Obsolete(code, resource);
        code.Open($"public sealed partial class {resource.Name}Patch : {Sdk}.CustomResourcePatch");
        Constructor(code, $"{resource.Name}Patch", $"{resource.Name}PatchArgs");
        if (resource.Outputs is { } members)
        {
            outputs.Members(code, members);
        }

        code.Close().Line();
    }

    private static void List(CodeWriter code, ResourceModel resource)
    {
        var kind = $"{resource.Kind.Kind}List";
        code.Line().Line($"/// <summary>A list of {resource.Kind.Kind} objects of {resource.Kind.ApiVersion}.</summary>");
        Obsolete(code, resource);
        code.Open($"public sealed partial class {resource.Name}List : {Sdk}.CustomResource");
        Constructor(code, $"{resource.Name}List", $"{resource.Name}ListArgs");
        code.Close().Line();
        var items = new PropertyModel("items", "Items", new TypeModel.ListModel(new TypeModel.ClassReference(resource.Args))) { Facts = ["items", "the objects"], Required = true };
        RootArgs(code, resource with { OpenRoot = false }, $"{resource.Name}ListArgs", "CustomResourceArgs", kind, new ClassModel(resource.Namespace, kind) { Properties = [items] });
    }

    private static void Constructor(CodeWriter code, string name, string args)
    {
        code.Line("/// <summary>Declares the resource.</summary>");
        code.Line("/// <param name=\"name\">Unique name of the resource in its stack.</param>");
        code.Line("/// <param name=\"args\">Its properties.</param>");
        code.Line("/// <param name=\"options\">Resource options.</param>");
        code.Open($"public {name}(string name, {args} args, global::Pulumi.CustomResourceOptions? options = null) : base(name, args, options)").Close();
        code.Line();
    }

    private static void Obsolete(CodeWriter code, ResourceModel resource)
    {
        if (resource.Kind.Deprecated)
        {
            code.Line($"[global::System.Obsolete({CSharp.Literal(resource.Kind.DeprecationWarning ?? $"{resource.Kind.ApiVersion} {resource.Kind.Kind} is deprecated.")})]");
        }
    }

    private static void RootArgs(CodeWriter code, ResourceModel resource, string name, string ancestor, string kind, ClassModel args)
    {
        code.Line($"/// <summary>The properties of a {kind} of {resource.Kind.ApiVersion}.</summary>");
        if (resource.OpenRoot)
        {
            code.Line("/// <remarks>The schema takes other members at the root too. Add one as a property with <see cref=\"global::Pulumi.InputAttribute\"/> in a part of this class of your own.</remarks>");
        }

        code.Open($"public sealed partial class {name} : {Sdk}.{ancestor}");
        code.Line("/// <summary>Sets <c>apiVersion</c> and <c>kind</c>.</summary>");
        code.Open($"public {name}() : base({CSharp.Literal(resource.Kind.ApiVersion)}, {CSharp.Literal(kind)})").Close();
        Args.Properties(code, args);
        code.Close();
    }

    private void Nested(CodeWriter code, IReadOnlyList<ClassModel> classes)
    {
        foreach (var nested in classes)
        {
            code.Line();
            Documentation.Of(code, nested);
            code.Open($"public sealed partial class {nested.Name}Args : {(nested.Extensible ? ExtensibleArgsPrinter.TypeName(root) : "global::Pulumi.ResourceArgs")}");
            Args.Properties(code, nested);
            code.Close();
        }
    }

    private static void Constants(CodeWriter code, ConstantsModel constants)
    {
        code.Line().Line($"/// <summary>Known values of <c>{CSharp.Documentation(constants.Path)}</c>; others are accepted too.</summary>");
        code.Open($"public static class {constants.Name}");
        foreach (var value in constants.Values)
        {
            code.Line($"/// <summary>Value: <c>{CSharp.Documentation(value.Value)}</c>.</summary>");
            code.Line($"public const {value.Type} {value.Name} = {value.Literal};");
            code.Line();
        }

        code.Close();
    }

    private static void Constant(CodeWriter code, string name, string what, string value)
    {
        code.Line($"/// <summary>{what}: <c>{CSharp.Documentation(value)}</c>.</summary>");
        code.Line($"public const string {name} = {CSharp.Literal(value)};");
        code.Line();
    }
}
