using Crdgen.Model;

namespace Crdgen.Printing;

/// <summary>Prints the properties of an args class as the official packages have them: collections on private fields that carry the attribute.</summary>
internal sealed class ArgsPrinter(TypeNames types, bool documented)
{
    private const string Immutable = "global::System.Collections.Immutable.Immutable";

    public void Properties(CodeWriter code, ClassModel owner)
    {
        foreach (var property in owner.Properties)
        {
            code.Line();
            Property(code, property, owner.Extensible ? "" : $"[global::Pulumi.Input({CSharp.Literal(property.WireName)}{(property.Required ? ", required: true" : "")})] ");
        }

        if (owner.Extensible)
        {
            Members(code, owner);
        }
    }

    /// <summary>The SDK finds attributes on args classes only, and an extensible class is none: it names its members itself.</summary>
    private static void Members(CodeWriter code, ClassModel owner)
    {
        code.Line().Line("/// <inheritdoc/>");
        code.Open("protected override void AddMembers(global::System.Collections.Generic.IDictionary<string, object?> members)");
        foreach (var property in owner.Properties)
        {
            var isField = property.Type is TypeModel.ListModel or TypeModel.MapModel or TypeModel.LongModel;
            code.Line($"members[{CSharp.Literal(property.WireName)}] = {(isField ? Field(property) : property.Name)};");
        }

        code.Close();
    }

    private static string Field(PropertyModel property) => $"_{char.ToLowerInvariant(property.Name[0])}{property.Name[1..]}";

    private void Property(CodeWriter code, PropertyModel property, string attribute)
    {
        var type = types.Input(property.Type);
        var field = Field(property);
        switch (property.Type)
        {
            case TypeModel.ListModel { Element: TypeModel.LongModel } or TypeModel.MapModel { Value: TypeModel.LongModel }:
                // Filled after it was read, so what the SDK sees is made when the SDK asks.
                var (sent, doubles) = Doubles(property.Type);
                code.Line($"{attribute}private {sent}? {field} => _{field} is null ? null : ({sent})global::Pulumi.InputExtensions.Apply(_{field}, {doubles});");
                code.Line($"private {type}? _{field};");
                Document(code, property);
                code.Line($"public {type} {property.Name} {{ get => _{field} ??= new(); set => _{field} = value; }}");
                break;
            case TypeModel.ListModel or TypeModel.MapModel:
                code.Line($"{attribute}private {type}? {field};");
                Document(code, property);
                code.Line($"public {type} {property.Name} {{ get => {field} ??= new(); set => {Setter(property, field)}; }}");
                break;
            case TypeModel.LongModel:
                var bang = property.CompilerRequired ? "!" : "";
                var set = $"_{field} = value; {field} = value is null ? null : (global::Pulumi.Input<double>)global::Pulumi.InputExtensions.Apply(value, static number => (double)number);";
                code.Line($"{attribute}private global::Pulumi.Input<double>? {field};");
                code.Line($"private {type}? _{field};");
                Document(code, property);
                code.Line($"public {Required(property)}{type}{Optional(property)} {property.Name} {{ get => _{field}{bang}; set {{ {set} }} }}");
                break;
            default:
                Document(code, property);
                code.Line(property switch
                {
                    { CompilerRequired: true } => $"{attribute}public required {type} {property.Name} {{ get; set; }}",
                    { Required: true } => $"{attribute}public {type} {property.Name} {{ get; set; }} = null!;",
                    _ => $"{attribute}public {type}? {property.Name} {{ get; set; }}",
                });
                break;
        }
    }

    private static (string Type, string Function) Doubles(TypeModel type) => type is TypeModel.ListModel
        ? ("global::Pulumi.InputList<double>", $"static numbers => numbers.IsDefault ? default : {Immutable}Array.CreateRange(numbers, static number => (double)number)")
        : ("global::Pulumi.InputMap<double>", $"static numbers => {Immutable}Dictionary.ToImmutableDictionary(numbers, static number => number.Key, static number => (double)number.Value)");

    private static string Required(PropertyModel property) => property.CompilerRequired ? "required " : "";

    private static string Optional(PropertyModel property) => property.CompilerRequired ? "" : "?";

    private string Setter(PropertyModel property, string field)
    {
        if (!property.Secret)
        {
            return $"{field} = value";
        }

        var value = types.Plain(property.Type);
        return $"{field} = global::Pulumi.Output.All<{value}>(value, global::Pulumi.Output.CreateSecret({value.Replace("ImmutableDictionary<string, string>", "ImmutableDictionary.Create<string, string>()", StringComparison.Ordinal)})).Apply(static values => values[0])";
    }

    private void Document(CodeWriter code, PropertyModel property)
    {
        if (documented)
        {
            Documentation.Of(code, property);
        }
    }
}
