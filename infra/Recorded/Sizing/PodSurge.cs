using System.Runtime.InteropServices;

namespace Hardening.Infra.Recorded.Sizing;

/// <summary>How many pods there are beside the wanted ones while a workload is rolled out, or while a job has not ended when the next begins.</summary>
/// <param name="Count">That many.</param>
/// <param name="Percent">That share of the wanted ones, rounded up as Kubernetes does.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PodSurge(int Count, int Percent)
{
    /// <summary>How many these are for a number of wanted pods.</summary>
    public long Of(int pods) => Count + (((long)pods * Percent) + 99) / 100;
}
