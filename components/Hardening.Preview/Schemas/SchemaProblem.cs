namespace Hardening.Preview.Schemas;

/// <summary>One violation of a schema.</summary>
internal sealed record SchemaProblem(string Id, string Path, string Message, string? Fix);
