namespace Crdgen.Reading;

/// <summary>One entry of <c>x-kubernetes-validations</c>.</summary>
internal sealed record CelRule(string Rule, string? Message);
