namespace Crdgen.Import.Kinds;

/// <summary>A C# type.</summary>
internal sealed record TypeName(string Namespace, string Name)
{
    public override string ToString() => $"{Namespace}.{Name}";
}
