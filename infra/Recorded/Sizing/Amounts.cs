using Hardening.Primitives;

namespace Hardening.Infra.Recorded.Sizing;

/// <summary>CPU and memory, each where it is stated.</summary>
internal readonly record struct Amounts(Quantity? Cpu, Quantity? Memory)
{
    public Quantity? this[string resource] => resource is "cpu" ? Cpu : Memory;
}
