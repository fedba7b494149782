using System.Globalization;
using Crdgen.Model;

namespace Crdgen.Import.Kinds;

/// <summary>Types of properties as short codes: a letter for a scalar, <c>[</c> and <c>{</c> before what a list or map holds, <c>@</c> and a number for a class.</summary>
internal static class TypeCodes
{
    private static readonly (char Code, TypeModel Type)[] Scalars =
    [
        ('s', TypeModel.Text),
        ('q', TypeModel.Quantity),
        ('b', TypeModel.Boolean),
        ('i', TypeModel.Integer),
        ('d', TypeModel.Number),
        ('l', new TypeModel.LongModel()),
        ('u', new TypeModel.IntOrStringModel()),
        ('o', new TypeModel.AnyModel()),
        ('j', new TypeModel.AnyModel(AsJson: true)),
    ];

    public static string Write(TypeModel type, Func<ClassModel, int> number) => type switch
    {
        TypeModel.ListModel list => $"[{Write(list.Element, number)}",
        TypeModel.MapModel map => $"{{{Write(map.Value, number)}",
        TypeModel.ClassReference reference => string.Create(CultureInfo.InvariantCulture, $"@{number(reference.Class)}"),
        _ => Scalars.First(scalar => scalar.Type == type).Code.ToString(),
    };

    public static TypeModel Read(ReadOnlySpan<char> code, IReadOnlyList<ClassModel> classes)
    {
        switch (code[0])
        {
            case '[':
                return new TypeModel.ListModel(Read(code[1..], classes));
            case '{':
                return new TypeModel.MapModel(Read(code[1..], classes));
            case '@':
                return new TypeModel.ClassReference(classes[int.Parse(code[1..], NumberStyles.None, CultureInfo.InvariantCulture)]);
            default:
                var letter = code[0];
                return Array.Find(Scalars, scalar => scalar.Code == letter).Type;
        }
    }
}
