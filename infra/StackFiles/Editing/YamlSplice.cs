namespace Hardening.Infra.StackFiles.Editing;

/// <summary>Characters of a text that others take the place of.</summary>
/// <param name="Start">Index of the first that goes.</param>
/// <param name="End">Index after the last that goes; the start where nothing does.</param>
/// <param name="Text">What comes.</param>
internal sealed record YamlSplice(int Start, int End, string Text);
