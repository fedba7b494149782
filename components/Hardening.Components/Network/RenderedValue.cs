using Pulumi;

namespace Hardening.Components;

/// <summary>A canonical value on its way into a manifest: plain text where it is known and no secret, else an output that checks itself.</summary>
internal readonly record struct RenderedValue(string? Text, Input<string> Input)
{
    public static RenderedValue Of(string text) => new(text, text);

    /// <summary>The canonical form of an input. One that was not known when the arguments were validated is checked here, or when it resolves.</summary>
    /// <exception cref="ComponentArgumentException">The value became known after the validation and is refused.</exception>
    public static RenderedValue Of(Input<string> input, ComponentName owner, string path, LeafCheck check)
    {
        var leaf = InputLeaf.Of(input);
        if (leaf.Value is { } value && !leaf.IsSecret)
        {
            return Of(InputLeaf.Resolve(value, owner, path, check, isSecret: false));
        }

        return new RenderedValue(null, input.Apply(resolved => InputLeaf.Resolve(resolved, owner, path, check)));
    }

    /// <summary>A value made from this one.</summary>
    public RenderedValue Map(Func<string, string> change) =>
        Text is null ? new RenderedValue(null, Input.Apply(change)) : Of(change(Text));
}
