using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Plans;

/// <summary>The sections of a plan as configuration, wherever they came from.</summary>
/// <param name="Sections">What was found below <c>hardening:</c>, by full key.</param>
/// <param name="SecretSections">Sections that hold decrypted secrets: none of their values is ever shown.</param>
internal sealed record PlanSource(IReadOnlyDictionary<string, ConfigNode> Sections, IReadOnlySet<string> SecretSections)
{
    private static readonly HashSet<string> NoSecrets = [];

    /// <summary>Whether an engine runs the plan, so that every secret has to be there. A preview does without.</summary>
    public bool HasEngine { get; init; }

    /// <summary>The plan of a stack file.</summary>
    public static PlanSource Of(StackConfiguration stack) => new(
        stack.Values.Where(value => value.Key.StartsWith(PlanSections.Project + ":", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal),
        NoSecrets);
}
