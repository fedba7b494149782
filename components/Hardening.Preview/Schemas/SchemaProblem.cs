namespace Hardening.Preview.Schemas;

/// <summary>One violation of a schema.</summary>
internal readonly record struct SchemaProblem(string Id, string Path, string Message, string? Fix);
