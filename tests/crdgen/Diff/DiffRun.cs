using System.Text;
using Crdgen.Cli;
using Crdgen.Tests.Support;

namespace Crdgen.Tests.Diff;

/// <summary>One run of <c>crdgen diff</c>.</summary>
internal sealed record DiffRun(int ExitCode, string Output, string Errors)
{
    public static string Schemas { get; } = Path.Combine(Repository.Root, "tests", "crdgen", "Diff", "schemas");

    public static DiffRun Of(params string[] args) => WithInput("", args);

    public static DiffRun WithInput(string input, params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(input));
        var code = CommandLine.Run(["diff", .. args], new Terminal(stream, output, errors, Schemas, ""));
        return new DiffRun(code, output.ToString(), errors.ToString());
    }

    /// <summary>Compares two definitions whose <c>spec</c> is given in YAML flow style.</summary>
    public static DiffRun OfSpecs(string old, string @new, string format = "text")
    {
        using var folder = new TemporaryFolder();
        return Of(folder.Write("old.yaml", Crd.WithSpec(old)), folder.Write("new.yaml", Crd.WithSpec(@new)), "--format", format);
    }

    /// <summary>The rows of the only kind, without what aligns them.</summary>
    public IReadOnlyList<string> Rows => [.. Output.Split('\n').Skip(2).TakeWhile(line => line.Length > 0).Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
}
