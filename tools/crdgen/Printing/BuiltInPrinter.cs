using Crdgen.Model;

namespace Crdgen.Printing;

/// <summary>Prints built-in kinds with the surface of the official package.</summary>
internal sealed class BuiltInPrinter(string root, string packageVersion)
{
    private readonly TypeNames _inputs = new(model => $"global::{root}.Types.Inputs.{model.Namespace}.{model.Name}Args");
    private readonly TypeNames _outputs = new(model => $"global::{root}.Types.Outputs.{model.Namespace}.{model.Name}");

    public string Resource(ResourceModel resource)
    {
        var args = $"global::{root}.Types.Inputs.{resource.Args.Namespace}.{resource.Args.Name}Args";
        var token = CSharp.Literal(resource.Token);
        var code = Start($"{root}.{resource.Namespace}");
        code.Line($"[global::{root}.KubernetesResourceType({token})]");
        code.Open($"public partial class {resource.Name} : global::{root}.KubernetesResource");
        foreach (var property in resource.Outputs!.Properties)
        {
            code.Line($"[global::Pulumi.Output({CSharp.Literal(property.WireName)})] public global::Pulumi.Output<{_outputs.Plain(property.Type)}> {property.Name} {{ get; private set; }} = null!;");
        }

        code.Line();
        code.Open($"public {resource.Name}(string name, {args}? args = null, global::Pulumi.CustomResourceOptions? options = null) : base({token}, name, MakeArgs(args), MakeOptions(options, \"\"))").Close();
        code.Line();
        code.Open($"private {resource.Name}(string name, global::Pulumi.Input<string> id, global::Pulumi.CustomResourceOptions? options) : base({token}, name, null, MakeOptions(options, id))").Close();
        code.Line();
        code.Line($"public static {resource.Name} Get(string name, global::Pulumi.Input<string> id, global::Pulumi.CustomResourceOptions? options = null) => new(name, id, options);");
        code.Line();
        code.Open($"private static {args} MakeArgs({args}? args)");
        code.Line("args ??= new();");
        code.Line($"args.ApiVersion = {CSharp.Literal(resource.Kind.ApiVersion)};");
        code.Line($"args.Kind = {CSharp.Literal(resource.Kind.Kind)};");
        code.Line("return args;");
        code.Close().Line();
        Options(code, resource);
        return code.Close().ToString();
    }

    /// <summary>All args classes of one namespace.</summary>
    public string Inputs(string @namespace, IEnumerable<ClassModel> classes)
    {
        var printer = new ArgsPrinter(_inputs, documented: false);
        var code = Start($"{root}.Types.Inputs.{@namespace}");
        foreach (var model in classes)
        {
            code.Open($"public class {model.Name}Args : global::Pulumi.ResourceArgs");
            code.Line($"public static new {model.Name}Args Empty => new();");
            printer.Properties(code, model);
            code.Close().Line();
        }

        return code.ToString();
    }

    /// <summary>All output classes of one namespace.</summary>
    public string Outputs(string @namespace, IEnumerable<ClassModel> classes)
    {
        var code = Start($"{root}.Types.Outputs.{@namespace}");
        foreach (var model in classes)
        {
            code.Line("[global::Pulumi.OutputType]").Open($"public sealed class {model.Name}");
            foreach (var property in model.Properties)
            {
                code.Line($"public readonly {_outputs.Plain(property.Type)} {property.Name};");
            }

            var parameters = model.Properties.Select(property => $"{_outputs.Plain(property.Type)} {Names.Parameter(property.WireName)}");
            code.Line().Open($"[global::Pulumi.OutputConstructor] private {model.Name}({string.Join(", ", parameters)})");
            foreach (var property in model.Properties)
            {
                code.Line($"{property.Name} = {Names.Parameter(property.WireName)};");
            }

            code.Close().Close().Line();
        }

        return code.ToString();
    }

    private void Options(CodeWriter code, ResourceModel resource)
    {
        code.Open("private static global::Pulumi.CustomResourceOptions MakeOptions(global::Pulumi.CustomResourceOptions? options, global::Pulumi.Input<string>? id)");
        code.Line("var defaults = new global::Pulumi.CustomResourceOptions");
        code.Line("{");
        code.Line($"    Version = {CSharp.Literal(packageVersion)},");
        if (resource.Aliases.Count > 0)
        {
            var aliases = resource.Aliases.Select(alias => $"new global::Pulumi.Alias {{ Type = {CSharp.Literal(alias)} }}");
            code.Line($"    Aliases = {{ {string.Join(", ", aliases)} }},");
        }

        if (resource.SecretOutputs.Count > 0)
        {
            code.Line($"    AdditionalSecretOutputs = {{ {string.Join(", ", resource.SecretOutputs.Select(CSharp.Literal))} }},");
        }

        code.Line("};");
        code.Line("var merged = global::Pulumi.CustomResourceOptions.Merge(defaults, options);");
        code.Line("merged.Id = id ?? merged.Id;");
        code.Line("return merged;");
        code.Close();
    }

    private static CodeWriter Start(string @namespace) =>
        new CodeWriter().Line(CSharp.Header).Line("#nullable enable").Line().Line($"namespace {@namespace};").Line();
}
