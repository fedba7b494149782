using Crdgen.Model;

namespace Crdgen.Printing;

/// <summary>Prints what the API server returns: output properties of a resource, and output classes whose constructors take whatever comes.</summary>
internal sealed class OutputsPrinter(string @namespace)
{
    private readonly TypeNames _members = new(model => $"global::{@namespace}.{KindNames.Outputs}.{model.Name}");
    private readonly TypeNames _fields = new(model => model.Name);

    /// <summary>The output properties of the resource.</summary>
    public void Members(CodeWriter code, ClassModel resource)
    {
        foreach (var property in resource.Properties)
        {
            // Nobody fills in what is missing at the root: a map is null there.
            var optional = property is { Required: false, Type: TypeModel.MapModel } ? "?" : "";
            Documentation.Of(code, property);
            code.Line($"[global::Pulumi.Output({CSharp.Literal(property.WireName)})] public global::Pulumi.Output<{_members.Output(property)}{optional}> {property.Name} {{ get; private set; }} = null!;");
            code.Line();
        }
    }

    /// <summary>The namespace of the output classes.</summary>
    public void Classes(CodeWriter code, IReadOnlyList<ClassModel> classes)
    {
        code.Line().Open($"namespace {@namespace}.{KindNames.Outputs}");
        foreach (var model in classes)
        {
            Class(code, model);
            code.Line();
        }

        code.Close();
    }

    private void Class(CodeWriter code, ClassModel model)
    {
        Documentation.Of(code, model);
        code.Line("[global::Pulumi.OutputType]").Open($"public sealed class {model.Name}");
        foreach (var property in model.Properties)
        {
            Documentation.Of(code, property);
            code.Line($"public readonly {_fields.Output(property)} {property.Name};").Line();
        }

        code.Line("[global::Pulumi.OutputConstructor]").Open($"private {model.Name}({string.Join(", ", model.Properties.Select(Parameter))})");
        foreach (var property in model.Properties)
        {
            var name = Name(property);
            var value = property.Type switch
            {
                TypeModel.ListModel => $"{name}.IsDefault ? {_fields.Plain(property.Type)}.Empty : {name}",
                TypeModel.MapModel => $"{name} ?? {_fields.Plain(property.Type)}.Empty",
                _ => name,
            };
            code.Line($"{(name == property.Name ? "this." : "")}{property.Name} = {value};");
        }

        code.Close().Close();
    }

    private string Parameter(PropertyModel property)
    {
        var name = Name(property);
        var wire = name.TrimStart('@') == property.WireName ? "" : $"[global::Pulumi.OutputConstructorParameter({CSharp.Literal(property.WireName)})] ";
        return $"{wire}{_fields.Output(property)}{(property.Type is TypeModel.MapModel ? "?" : "")} {name}";
    }

    /// <summary>From the member's name, which no other member has.</summary>
    private static string Name(PropertyModel property) => Names.Parameter(char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);
}
