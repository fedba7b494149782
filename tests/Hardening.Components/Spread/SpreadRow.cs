using System.Text.Json;

namespace Hardening.Components.Tests.Spread;

/// <summary>One row of the table: a pod, and the constraints that it is given; null where it is left alone.</summary>
internal sealed record SpreadRow(string Name, JsonElement Pod, JsonElement? Constraints);
