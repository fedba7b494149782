using Hardening.Components;

namespace Hardening.Infra.Recorded.Flows;

/// <summary>A flow as it looks from one of its pods.</summary>
/// <param name="Flow">The pod, and whom it is connected with.</param>
/// <param name="Workload">The pod's controller as <c>Deployment/web</c>, where the flow states one.</param>
/// <param name="Pod">The pod's name, where the flow states it.</param>
internal sealed record RecordedEnd(NetworkFlow Flow, string? Workload, string? Pod);
