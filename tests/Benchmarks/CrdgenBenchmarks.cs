using System.Text;
using BenchmarkDotNet.Attributes;
using Crdgen;
using Crdgen.Output;
using Crdgen.Planning;
using Crdgen.Reading;

namespace Hardening.Benchmarks;

/// <summary>crdgen within one process, from the bytes of `kubectl get crd -o json` to the text of all files.</summary>
[MemoryDiagnoser]
public class CrdgenBenchmarks
{
    private byte[] _definitions = [];

    /// <summary>Kinds in the list.</summary>
    [Params(10, 100, 500)]
    public int Kinds { get; set; }

    [GlobalSetup]
    public void WriteDefinitions() => _definitions = Encoding.UTF8.GetBytes(SyntheticDefinitions.Write(Kinds));

    [Benchmark]
    public int Read() => SchemaFile.Documents(_definitions, splitLists: true).Count();

    [Benchmark]
    public int Generate() => Run(Descriptions.Constraints);

    [Benchmark]
    public int GenerateWithProse() => Run(Descriptions.Full);

    private int Run(Descriptions descriptions)
    {
        var plan = new Plan { Namespace = "Crds", Types = "Generated", Tables = "Schemas", Descriptions = descriptions };
        var source = new PlannedSource(new BytesSource(_definitions, "cluster"), new PlannedSchema { File = "cluster" }, new KindSelection([]));
        Generation generation = new Generator(plan, [source]).Run();
        return generation.Files.Count == 2 * Kinds ? generation.Files.Count : throw new InvalidOperationException($"{generation.Files.Count} files of {Kinds} kinds: {string.Join('\n', generation.Errors)}");
    }
}
