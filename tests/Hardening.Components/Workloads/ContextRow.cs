using System.Text.Json;

namespace Hardening.Components.Tests.Workloads;

/// <summary>One row of the table: a pod, and what the strictest profile refuses of it.</summary>
internal sealed record ContextRow(string Name, JsonElement Spec, JsonElement? OldSpec, string? Skipped, List<string>? Refused);
