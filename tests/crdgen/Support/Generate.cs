using Crdgen.Output;
using Crdgen.Planning;

namespace Crdgen.Tests.Support;

/// <summary>Generates from texts.</summary>
internal static class Generate
{
    public static Generation From(params string[] texts) => From(new Plan(), texts);

    /// <summary>From texts, otherwise as the plan says.</summary>
    public static Generation From(Plan plan, params string[] texts)
    {
        using var folder = new TemporaryFolder();
        var schemas = texts.Select((text, index) => folder.Write($"{index}.yaml", text)).Select(path => new PlannedSchema { File = $"./{Path.GetFileName(path)}" });
        return new Generator(plan with { Namespace = "T", Types = "Generated", Tables = "Tables", Schemas = [.. schemas] }, folder.Path, null).Run();
    }

    /// <summary>The C# of the only kind.</summary>
    public static string CSharp(string text)
    {
        var generation = From(text);
        Assert.Empty(generation.Errors);
        return Assert.Single(generation.Files, file => file.Path.EndsWith(".cs", StringComparison.Ordinal)).Text;
    }

    /// <summary>The table of the only kind.</summary>
    public static string Table(string text)
    {
        var generation = From(text);
        Assert.Empty(generation.Errors);
        return Assert.Single(generation.Files, file => file.Path.EndsWith(".json", StringComparison.Ordinal)).Text;
    }

    /// <summary>The only error, wherever in the file.</summary>
    public static Diagnostic Error(params string[] texts) => ErrorInLine(texts) with { Line = 0 };

    /// <summary>The only error.</summary>
    public static Diagnostic ErrorInLine(params string[] texts)
    {
        var generation = From(texts);
        Assert.Empty(generation.Files);
        return Assert.Single(generation.Errors);
    }
}
