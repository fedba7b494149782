using System.Diagnostics.CodeAnalysis;
using Pulumi;
using Pulumi.Utilities;

namespace Hardening.Components;

/// <summary>Looks at inputs without waiting: what is known when a component is built is validated then, the rest when it resolves.</summary>
public static class Known
{
    /// <summary>The value of an input that is already known. Not known are missing inputs, unknown ones and those still being computed.</summary>
    /// <typeparam name="T">The input's type.</typeparam>
    /// <param name="input">The input.</param>
    /// <param name="value">Its value, when known; a secret input's as well, so never print what <see cref="IsSecret{T}"/> holds of.</param>
    public static bool TryGet<T>(Input<T>? input, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (input is null)
        {
            return false;
        }

        var output = input.ToOutput();
        if (!Completed(OutputUtilities.GetIsKnownAsync(output), out var isKnown) || !isKnown)
        {
            return false;
        }

        return Completed(OutputUtilities.GetValueAsync(output), out value) && value is not null;
    }

    /// <summary>The value of an input, or <see langword="null"/> when it is a secret: what a message may show.</summary>
    /// <param name="input">The input.</param>
    /// <param name="value">Its value.</param>
    public static string? Printable(Input<string>? input, string? value) => input is not null && IsSecret(input) ? null : value;

    /// <summary>Whether an input is known to be secret. While that is still being computed it counts as secret.</summary>
    /// <typeparam name="T">The input's type.</typeparam>
    /// <param name="input">The input.</param>
    public static bool IsSecret<T>(Input<T> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return !Completed(Output.IsSecretAsync(input.ToOutput()), out var isSecret) || isSecret;
    }

    private static bool Completed<T>(Task<T> task, [MaybeNullWhen(false)] out T value)
    {
        value = task.IsCompletedSuccessfully ? task.GetAwaiter().GetResult() : default;
        return task.IsCompletedSuccessfully;
    }
}
