namespace Hardening.Infra.StackFiles.Editing;

/// <summary>A scalar that gets another value, or a member that is added with the mappings that lead to it.</summary>
/// <param name="Path">The way from the root.</param>
/// <param name="Value">The value, a text without line ends.</param>
/// <param name="After">Members of the mapping that is added to, which the addition best follows; its last member otherwise.</param>
internal sealed record YamlEdit(IReadOnlyList<YamlStep> Path, string Value, IReadOnlyList<string> After);
