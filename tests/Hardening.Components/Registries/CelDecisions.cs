namespace Hardening.Components.Tests.Registries;

/// <summary>What the C# rules decide for one list of registries: the refused images of each row of the table, and the images drawn at random.</summary>
internal sealed record CelDecisions(IReadOnlyList<string> Trusted, IReadOnlyList<IReadOnlyList<string>> Refused, IReadOnlyList<DrawnImage> Drawn);
