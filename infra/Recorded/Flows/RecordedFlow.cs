using Hardening.Components;

namespace Hardening.Infra.Recorded.Flows;

/// <summary>One recorded flow out of a pod.</summary>
/// <param name="Flow">What connects to what.</param>
/// <param name="Workload">The pod's controller as <c>Deployment/web</c>, where the flow states one.</param>
/// <param name="Pod">The pod's name, where the flow states it.</param>
/// <param name="Time">When; null where the flow does not say.</param>
/// <param name="Dropped">Why a policy dropped it; null where none did.</param>
internal sealed record RecordedFlow(EgressFlow Flow, string? Workload, string? Pod, DateTimeOffset? Time, string? Dropped);
