namespace Crdgen.Tests.Diff;

public sealed record SchemaText(string Text);
