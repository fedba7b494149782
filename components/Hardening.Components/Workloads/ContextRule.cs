using System.Text.Json;

namespace Hardening.Components;

/// <summary>One demand on a container or on the pod itself: how CEL engines see that it is not met, and how it is seen here.</summary>
/// <param name="Text">What a workload does that does not meet it.</param>
/// <param name="Cel">Whether it is not met, about the container <c>c</c> or the pod <c>object</c>.</param>
/// <param name="IsBroken">The same, about the pod's <c>spec</c> and the container; the container is the spec where the rule is about the pod.</param>
internal sealed record ContextRule(string Text, string Cel, Func<JsonElement, JsonElement, bool> IsBroken);
