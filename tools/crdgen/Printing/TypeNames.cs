using Crdgen.Model;

namespace Crdgen.Printing;

/// <summary>C# types of properties. <paramref name="className"/> says how a class is referred to.</summary>
internal sealed class TypeNames(Func<ClassModel, string> className)
{
    private const string Immutable = "global::System.Collections.Immutable";

    /// <summary>The type of a property of an args class, without a question mark.</summary>
    public string Input(TypeModel type) => type switch
    {
        TypeModel.ListModel list => $"global::Pulumi.InputList<{(list.Element is TypeModel.LongModel ? "long" : Plain(list.Element))}>",
        TypeModel.MapModel map => $"global::Pulumi.InputMap<{(map.Value is TypeModel.LongModel ? "long" : Plain(map.Value))}>",
        TypeModel.IntOrStringModel => "global::Pulumi.InputUnion<int, string>",
        TypeModel.AnyModel { AsJson: true } => "global::Pulumi.InputJson",
        TypeModel.LongModel => "global::Pulumi.Input<long>",
        _ => $"global::Pulumi.Input<{Plain(type)}>",
    };

    /// <summary>The type of a member that is returned: collections are never null.</summary>
    public string Output(PropertyModel property) =>
        property.Required || property.Type is TypeModel.ListModel or TypeModel.MapModel ? Plain(property.Type) : $"{Plain(property.Type)}?";

    /// <summary>The type of a value: an element, an output.</summary>
    public string Plain(TypeModel type) => type switch
    {
        TypeModel.ScalarModel scalar => scalar.CSharp,
        TypeModel.LongModel => "double",
        TypeModel.IntOrStringModel => "global::Pulumi.Union<int, string>",
        TypeModel.AnyModel { AsJson: true } => "global::System.Text.Json.JsonElement",
        TypeModel.AnyModel => "object",
        TypeModel.ListModel list => $"{Immutable}.ImmutableArray<{Plain(list.Element)}>",
        TypeModel.MapModel map => $"{Immutable}.ImmutableDictionary<string, {Plain(map.Value)}>",
        TypeModel.ClassReference reference => className(reference.Class),
        _ => throw new InvalidOperationException(type.ToString()),
    };
}
