using BenchmarkDotNet.Attributes;
using Hardening.Infra.Commands;

namespace Hardening.Benchmarks;

/// <summary>The whole command within one process, from stack file to files on the disk.</summary>
[MemoryDiagnoser]
public class RenderBenchmarks
{
    private string _folder = "";
    private Terminal _terminal = null!;

    /// <summary>Namespaces of the plan.</summary>
    [Params(10, 100, 1_000, 5_000)]
    public int Namespaces { get; set; }

    [GlobalSetup]
    public void WriteStackFile()
    {
        _folder = Directory.CreateTempSubdirectory("hardening-benchmarks-").FullName;
        File.WriteAllText(Path.Combine(_folder, "Pulumi.yaml"), "name: hardening\nruntime: dotnet\n");
        File.WriteAllText(Path.Combine(_folder, "Pulumi.dev.yaml"), SyntheticPlan.Write(Namespaces));
        _terminal = new Terminal(TextWriter.Null, TextWriter.Null, _folder, Colours: false, new DateOnly(2026, 11, 22));
    }

    [IterationSetup]
    public void RemoveTree()
    {
        if (Directory.Exists(Path.Combine(_folder, "out")))
            Directory.Delete(Path.Combine(_folder, "out"), recursive: true);
    }

    [GlobalCleanup]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Benchmark]
    public async Task<int> Render()
    {
        var code = await Infra.Commands.CommandLine.RunAsync(["render", "--output", "out"], _terminal);
        return code == 0 ? code : throw new InvalidOperationException($"render ended with {code}");
    }
}
