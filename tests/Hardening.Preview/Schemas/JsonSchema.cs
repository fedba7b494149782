namespace Hardening.Preview.Tests.Schemas;

public sealed record JsonSchema(string Text);
