namespace Crdgen.Tests.Model;

/// <summary>A schema that nobody wrote.</summary>
/// <param name="Json">Its text.</param>
public sealed record RandomSchema(string Json);
