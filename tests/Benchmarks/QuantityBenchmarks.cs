using BenchmarkDotNet.Attributes;
using Hardening.Primitives;

namespace Hardening.Benchmarks;

[MemoryDiagnoser]
public class QuantityBenchmarks
{
    private static readonly Quantity Left = Quantity.Parse("1.5Gi");
    private static readonly Quantity Right = Quantity.Parse("250m");

    [Params("64Mi", "1.5Gi", "250m", "1e3", "123456789.123456789")]
    public string Text { get; set; } = "";

    [Benchmark]
    public Quantity Parse() => Quantity.Parse(Text);

    [Benchmark]
    public string ParseAndPrint() => Quantity.Parse(Text).ToString();

    [Benchmark]
    public Quantity Add() => Left + Right;
}
