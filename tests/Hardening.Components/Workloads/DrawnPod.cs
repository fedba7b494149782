using System.Text.Json;

namespace Hardening.Components.Tests.Workloads;

/// <summary>A pod's spec drawn at random and what the rules refuse of it.</summary>
internal sealed record DrawnPod(JsonElement Spec, IReadOnlyList<string> Refused);
