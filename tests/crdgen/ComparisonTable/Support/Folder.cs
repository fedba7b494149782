using Crdgen.Cli;
using Crdgen.Tests.Support;

namespace Crdgen.Tests.ComparisonTable.Support;

/// <summary>A folder in which the command runs as it does for a user: by its command line.</summary>
internal sealed class Folder : IDisposable
{
    private readonly TemporaryFolder _files = new();

    public string Path => _files.Path;

    public string Write(string name, string text) => _files.Write(name, text);

    public string Read(string name) => File.ReadAllText(System.IO.Path.Combine(Path, name));

    public IReadOnlyList<string> Generated() => [.. _files.Files().Where(file => file.StartsWith("out/", StringComparison.Ordinal))];

    public (int ExitCode, string Output, string Errors) Crdgen(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = CommandLine.Run(args, new Terminal(Stream.Null, output, errors, Path, SearchPath: ""));
        return (code, output.ToString(), errors.ToString());
    }

    /// <summary>Makes the types of the files in <c>in/</c>.</summary>
    public (int ExitCode, string Output, string Errors) Generate(params string[] more) =>
        Crdgen([System.IO.Path.Combine(Path, "in"), "--output", System.IO.Path.Combine(Path, "out"), "--namespace", "My", "--no-project", .. more]);

    public void Dispose() => _files.Dispose();
}
