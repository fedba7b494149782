using BenchmarkDotNet.Attributes;
using Hardening.Primitives;

namespace Hardening.Benchmarks;

[MemoryDiagnoser]
public class ImageReferenceBenchmarks
{
    [Params("nginx", "ghcr.io/fluxcd/source-controller:v1.3.0", "registry.local:5000/a/b/c:1@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public string Text { get; set; } = "";

    [Benchmark]
    public ImageReference Parse() => ImageReference.Parse(Text);
}
