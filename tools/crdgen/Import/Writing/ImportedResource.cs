using Crdgen.Import.Kinds;

namespace Crdgen.Import.Writing;

/// <summary>One resource to create: its class, its two names and its args.</summary>
internal sealed record ImportedResource(TypeName Class, string Variable, string Name, Code Args);
