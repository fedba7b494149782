namespace Crdgen.Model;

/// <summary>The type of a property, a list element or a map value.</summary>
internal abstract record TypeModel
{
    private TypeModel()
    {
    }

    public static TypeModel Text { get; } = new ScalarModel("string");

    /// <summary>A string that Kubernetes also takes as a number.</summary>
    public static TypeModel Quantity { get; } = new ScalarModel("string", IsQuantity: true);

    public static TypeModel Boolean { get; } = new ScalarModel("bool");

    public static TypeModel Integer { get; } = new ScalarModel("int");

    public static TypeModel Number { get; } = new ScalarModel("double");

    /// <summary>The class of the value, or of what a list or map holds in the end; null where that is none.</summary>
    public ClassModel? Innermost() => this switch
    {
        ListModel list => list.Element.Innermost(),
        MapModel map => map.Value.Innermost(),
        ClassReference reference => reference.Class,
        _ => null,
    };

    /// <summary>A C# type that the SDK carries as it is.</summary>
    internal sealed record ScalarModel(string CSharp, bool IsQuantity = false) : TypeModel;

    /// <summary>A 64-bit integer, which the SDK carries only as a double.</summary>
    internal sealed record LongModel : TypeModel;

    internal sealed record IntOrStringModel : TypeModel;

    /// <summary>Any value. <paramref name="AsJson"/>: the official package types it as JSON.</summary>
    internal sealed record AnyModel(bool AsJson = false) : TypeModel;

    internal sealed record ListModel(TypeModel Element) : TypeModel;

    internal sealed record MapModel(TypeModel Value) : TypeModel;

    internal sealed record ClassReference(ClassModel Class) : TypeModel;
}
