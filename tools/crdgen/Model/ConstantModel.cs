namespace Crdgen.Model;

/// <summary>One known value: its name, its C# type and literal, and how it is written in a manifest.</summary>
internal sealed record ConstantModel(string Name, string Type, string Literal, string Value);
