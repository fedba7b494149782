namespace Crdgen.Model;

/// <summary>The known values of an open enum.</summary>
internal sealed record ConstantsModel(string Name, string Path, IReadOnlyList<ConstantModel> Values);
