using Crdgen.Import.Kinds;
using Crdgen.Import.Writing;
using Crdgen.Model;
using Crdgen.Reading;

namespace Crdgen.Import.Values;

/// <summary>Values of a known type as C# expressions.</summary>
internal sealed class TypedValues(ValueContext context)
{
    private static readonly TypeName Union = new("Pulumi", "Union");
    private static readonly TypeName Json = new("System.Text.Json", "JsonElement");
    private readonly FreeValues _free = new(context);

    /// <summary>An object of an args class.</summary>
    public Code Object(ClassModel model, Node node, Place place)
    {
        Segment[] head = ["new ", context.Kind.ArgsOf(model, context.Patch)];
        var entries = new ObjectMembers(context, this, _free).Of(model, node, place);
        return entries.Count == 0 ? Code.Of([.. head, "()"]) : new Code.Block(head, entries);
    }

    /// <summary>The value of a property: collections fill the one that is there.</summary>
    public Code? Property(PropertyModel property, Node node, Place place, out string problem)
    {
        problem = "";
        switch (property.Type)
        {
            case TypeModel.ListModel { Element: TypeModel.AnyModel { AsJson: false } } when node.Kind == NodeKind.List:
                // An initialiser would have to choose between an element and a list for each.
                return node.Items.Count == 0 ? Code.Of("new()") : new Code.Block(["new object[]"], ForbidNull(_free.Items(node, place)));
            case TypeModel.ListModel list when node.Kind == NodeKind.List:
                return Collection("new()", [], Items(list, node, place, property.Constants));
            case TypeModel.MapModel map when node.Kind == NodeKind.Map:
                return Collection("new()", [], Entries(map, node, place));
            case TypeModel.IntOrStringModel:
                return IntOrString(node, place, out problem);
            case TypeModel.AnyModel { AsJson: true }:
                return Code.Of(Literals.Line(JsonText.Of(node)));
            default:
                return Value(property.Type, node, place, property.Constants, out problem);
        }
    }

    /// <summary>A list element, map value or property that is no collection.</summary>
    private Code? Value(TypeModel type, Node node, Place place, ConstantsModel? constants, out string problem)
    {
        problem = "";
        switch (type)
        {
            case TypeModel.ClassReference reference when node.Kind == NodeKind.Map:
                return Object(reference.Class, node, place);
            case TypeModel.ListModel list when node.Kind == NodeKind.List:
                return Collection("()", ["new InputList<", .. Plain(list.Element), ">"], Items(list, node, place, null));
            case TypeModel.MapModel map when node.Kind == NodeKind.Map:
                return Collection("()", ["new InputMap<", .. Plain(map.Value), ">"], Entries(map, node, place));
            case TypeModel.IntOrStringModel:
                return IntOrString(node, place, out problem) is Code.Leaf leaf ? Code.Of(["(", Union, "<int, string>)", .. leaf.Segments]) : null;
            case TypeModel.AnyModel { AsJson: true }:
                return Code.Of(new TypeName("System.Text.Json", "JsonDocument"), $".Parse({Literals.Line(JsonText.Of(node))}).RootElement");
            case TypeModel.AnyModel:
                return _free.Value(node, place, out problem);
            default:
                return node.Kind == NodeKind.Text && constants?.Values.FirstOrDefault(value => value.Type == "string" && value.Value == node.Text)?.Name is { } name
                    ? Code.Of(new TypeName(context.Kind.Resource.Namespace, constants.Name), $".{name}")
                    : Scalars.Write(type, node, place, out problem);
        }
    }

    private static Code Collection(string empty, Segment[] head, List<Code.Entry> entries) =>
        entries.Count == 0 ? Code.Of([.. head, empty]) : new Code.Block(head, entries);

    private List<Code.Entry> Items(TypeModel.ListModel list, Node node, Place place, ConstantsModel? constants) =>
        [.. node.Items.Select((item, index) => Entry(list.Element, "", item, place.Item(index), constants))];

    private List<Code.Entry> Entries(TypeModel.MapModel map, Node node, Place place) =>
        [.. node.Members.Select(member => Entry(map.Value, $"[{Literals.Line(member.Key)}] = ", member.Value, place.Key(member.Key), null))];

    private Code.Entry Entry(TypeModel type, string start, Node node, Place place, ConstantsModel? constants)
    {
        if (node.Kind == NodeKind.Null)
        {
            return context.Refuse(place, node, start.Length == 0 ? "is null, which a typed list cannot hold" : "is null, which the SDK does not send as the value of a key");
        }

        return Value(type, node, place, constants, out var problem) is { } code ? new Code.Entry(start, code) : context.Refuse(place, node, problem);
    }

    private static Code? IntOrString(Node node, Place place, out string problem)
    {
        var code = Scalars.Write(TypeModel.Integer, node, place, out _) ?? Scalars.Write(TypeModel.Text, node, place, out _);
        problem = code is null ? $"must be a 32-bit integer or a string, is {Scalars.Say(node, place)}" : "";
        return code;
    }

    private Segment[] Plain(TypeModel type) => type switch
    {
        TypeModel.ScalarModel scalar => [scalar.CSharp],
        TypeModel.LongModel => ["double"],
        TypeModel.IntOrStringModel => [Union, "<int, string>"],
        TypeModel.AnyModel { AsJson: true } => [Json],
        TypeModel.AnyModel => ["object"],
        TypeModel.ListModel list => [new TypeName("System.Collections.Immutable", "ImmutableArray"), "<", .. Plain(list.Element), ">"],
        TypeModel.MapModel map => [new TypeName("System.Collections.Immutable", "ImmutableDictionary"), "<string, ", .. Plain(map.Value), ">"],
        TypeModel.ClassReference reference => [context.Kind.ArgsOf(reference.Class, context.Patch)],
        _ => throw new InvalidOperationException(type.ToString()),
    };

    private static List<Code.Entry> ForbidNull(List<Code.Entry> entries) =>
        [.. entries.Select(entry => entry.Value is Code.Leaf { Segments: [{ Text: "null" }] } ? entry with { Value = Code.Of("null!") } : entry)];
}
