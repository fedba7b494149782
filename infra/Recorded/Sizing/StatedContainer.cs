namespace Hardening.Infra.Recorded.Sizing;

/// <summary>One container of a workload as its template states it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Requests">What it requests.</param>
/// <param name="Limits">Its limits.</param>
/// <param name="IsInit">Whether it has ended before the others begin.</param>
/// <param name="IsSidecar">Whether it is an init container that goes on running beside those after it.</param>
internal sealed record StatedContainer(string Name, Amounts Requests, Amounts Limits, bool IsInit, bool IsSidecar);
