using System.Runtime.CompilerServices;
using System.Text;
using Crdgen.Cli;

namespace Crdgen.Tests.Import;

/// <summary>One run of <c>crdgen import</c>, with what it printed.</summary>
internal sealed record ImportRun(int ExitCode, string Output, string Errors)
{
    public static string Folder { get; } = Path.GetDirectoryName(Here())!;

    public static ImportRun Of(params string[] args) => Of(Path.Combine(Folder, "manifests"), "", args);

    /// <summary>A run over a text on standard input.</summary>
    public static ImportRun OfText(string yaml, params string[] args) => Of(Folder, yaml, ["-", .. args]);

    private static ImportRun Of(string folder, string input, string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = CommandLine.Run(["import", .. args], new Terminal(new MemoryStream(Encoding.UTF8.GetBytes(input)), output, errors, folder, ""));
        return new ImportRun(code, output.ToString(), errors.ToString());
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
