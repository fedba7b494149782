using Crdgen.Model;

namespace Crdgen.Printing;

/// <summary>Documentation comments of classes and their members.</summary>
internal static class Documentation
{
    public static void Of(CodeWriter code, ClassModel model)
    {
        code.Line($"/// <summary><c>{CSharp.Documentation(model.Facts[0])}</c>{(model.Facts.Count == 1 ? "" : $": {Facts(model.Facts)}")}.</summary>");
        Remarks(code, model.Prose);
    }

    public static void Of(CodeWriter code, PropertyModel property)
    {
        var constants = property.Constants is { } values ? $"; see <see cref=\"{values.Name}\"/>" : "";
        code.Line($"/// <summary><c>{CSharp.Documentation(property.Facts[0])}</c>: {Facts(property.Facts)}{constants}.</summary>");
        Remarks(code, property.Prose);
    }

    public static void Remarks(CodeWriter code, string? prose)
    {
        if (!string.IsNullOrWhiteSpace(prose))
        {
            code.Line($"/// <remarks>{CSharp.Prose(prose)}</remarks>");
        }
    }

    private static string Facts(IReadOnlyList<string> facts) => string.Join("; ", facts.Skip(1).Select(CSharp.Documentation));
}
