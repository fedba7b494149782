using Hardening.Components;
using Hardening.Infra.Recorded.Workloads;

namespace Hardening.Infra.Audit.Pods;

/// <summary>One control that judges pods.</summary>
/// <param name="Name">The control.</param>
/// <param name="Judge">What it refuses of a pod in a namespace; null where it does not judge the pod at all.</param>
internal sealed record PodControl(string Name, Func<string, PodFacts, IReadOnlyList<PodRefusal>?> Judge);
