using Crdgen.Model;

namespace Crdgen.Printing;

/// <summary>Prints a custom resource: one file with its resource, args, nested args and constants.</summary>
/// <param name="root">The namespace that everything is under.</param>
internal sealed class CustomResourcePrinter(string root)
{
    private static readonly TypeNames Types = new(model => $"{model.Name}Args");
    private static readonly ArgsPrinter Args = new(Types, documented: true);

    public string Print(ResourceModel resource)
    {
        var code = new CodeWriter();
        code.Line(CSharp.Header).Line("#nullable enable").Line().Line($"namespace {resource.Namespace};").Line();
        Resource(code, resource);
        code.Line();
        RootArgs(code, resource);
        foreach (var nested in resource.Classes)
        {
            code.Line().Line($"/// <summary><c>{CSharp.Documentation(nested.Facts[0])}</c>{Rest(nested.Facts)}.</summary>");
            var ancestor = nested.Extensible ? ExtensibleArgsPrinter.TypeName(root) : "global::Pulumi.ResourceArgs";
            code.Open($"public sealed partial class {nested.Name}Args : {ancestor}");
            Args.Properties(code, nested);
            code.Close();
        }

        foreach (var constants in resource.Constants)
        {
            Constants(code, constants);
        }

        return code.ToString();
    }

    private static void Resource(CodeWriter code, ResourceModel resource)
    {
        var kind = resource.Kind;
        var warning = kind.DeprecationWarning ?? $"{kind.ApiVersion} {kind.Kind} is deprecated.";
        code.Line($"/// <summary>The custom resource {kind.Kind} of {kind.ApiVersion}, {(kind.Scope == "Cluster" ? "cluster-scoped" : "namespaced")}.</summary>");
        if (kind.Deprecated)
        {
            code.Line($"[global::System.Obsolete({CSharp.Literal(warning)})]");
        }

        code.Open($"public sealed partial class {resource.Name} : global::Pulumi.Kubernetes.ApiExtensions.CustomResource");
        Constant(code, "GroupName", "API group", kind.Group);
        Constant(code, "VersionName", "Version of the API group", kind.Version);
        Constant(code, "KindName", "Kind", kind.Kind);
        Constant(code, "PluralName", "Plural, as in paths and RBAC rules", kind.Plural);
        Constant(code, "ScopeName", "Scope", kind.Scope);
        Constant(code, "TypeToken", "Pulumi type token", resource.Token);
        code.Line("/// <summary>Declares the resource.</summary>");
        code.Line("/// <param name=\"name\">Unique name of the resource in its stack.</param>");
        code.Line("/// <param name=\"args\">Its properties.</param>");
        code.Line("/// <param name=\"options\">Resource options.</param>");
        code.Open($"public {resource.Name}(string name, {resource.Name}Args args, global::Pulumi.CustomResourceOptions? options = null) : base(name, args, options)").Close();
        code.Line();
        code.Open($"private {resource.Name}(string name, ReadArgs args, global::Pulumi.CustomResourceOptions options) : base(name, args, options)").Close();
        code.Line();
        code.Line("/// <summary>Reads an object that exists.</summary>");
        code.Line("/// <param name=\"name\">Unique name of the resource in its stack.</param>");
        code.Line($"/// <param name=\"id\">{(kind.Scope == "Cluster" ? "The object's name" : "<c>namespace/name</c> of the object")}.</param>");
        code.Line("/// <param name=\"options\">Resource options.</param>");
        code.Line($"public static {resource.Name} Get(string name, global::Pulumi.Input<string> id, global::Pulumi.CustomResourceOptions? options = null) =>");
        code.Line("    new(name, new ReadArgs(), global::Pulumi.CustomResourceOptions.Merge(options, new global::Pulumi.CustomResourceOptions { Id = id }));");
        code.Line();
        code.Open("private sealed class ReadArgs : global::Pulumi.Kubernetes.ApiExtensions.CustomResourceArgs");
        code.Open($"public ReadArgs() : base({CSharp.Literal(kind.ApiVersion)}, {CSharp.Literal(kind.Kind)})").Close();
        code.Close();
        code.Close();
    }

    private static void RootArgs(CodeWriter code, ResourceModel resource)
    {
        var kind = resource.Kind;
        code.Line($"/// <summary>The properties of a {kind.Kind} of {kind.ApiVersion}.</summary>");
        if (resource.OpenRoot)
        {
            code.Line("/// <remarks>The schema takes other members at the root too. Add one as a property with <see cref=\"global::Pulumi.InputAttribute\"/> in a part of this class of your own.</remarks>");
        }

        code.Open($"public sealed partial class {resource.Name}Args : global::Pulumi.Kubernetes.ApiExtensions.CustomResourceArgs");
        code.Line("/// <summary>Sets <c>apiVersion</c> and <c>kind</c>.</summary>");
        code.Open($"public {resource.Name}Args() : base({CSharp.Literal(kind.ApiVersion)}, {CSharp.Literal(kind.Kind)})").Close();
        Args.Properties(code, resource.Args);
        code.Close();
    }

    private static void Constants(CodeWriter code, ConstantsModel constants)
    {
        code.Line().Line($"/// <summary>Known values of <c>{CSharp.Documentation(constants.Path)}</c>; others are accepted too.</summary>");
        code.Open($"public static class {constants.Name}");
        foreach (var (name, value) in constants.Values)
        {
            Constant(code, name, "Value", value);
        }

        code.Close();
    }

    private static void Constant(CodeWriter code, string name, string what, string value)
    {
        code.Line($"/// <summary>{what}: <c>{CSharp.Documentation(value)}</c>.</summary>");
        code.Line($"public const string {name} = {CSharp.Literal(value)};");
        code.Line();
    }

    private static string Rest(IReadOnlyList<string> facts) =>
        facts.Count == 1 ? "" : $": {string.Join("; ", facts.Skip(1).Select(CSharp.Documentation))}";
}
