using Pulumi;

namespace Hardening.Components;

/// <summary>Arguments that validation accepts, so that whoever holds them need not ask again: a component that composes others asks once for all of them.</summary>
/// <typeparam name="TArgs">The arguments' type.</typeparam>
/// <param name="Args">The arguments.</param>
/// <param name="Warnings">What the component built from them says; nothing where its composer has said it.</param>
internal sealed record Accepted<TArgs>(TArgs Args, IReadOnlyList<Warning> Warnings)
    where TArgs : ResourceArgs
{
    /// <summary>Accepts arguments, or throws everything that is wrong with them.</summary>
    /// <param name="component">The component's type name.</param>
    /// <param name="name">The component's resource name.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="validate">The component's validation.</param>
    /// <exception cref="ComponentArgumentException">The arguments are refused.</exception>
    public static Accepted<TArgs> Of(string component, string name, TArgs args, Func<TArgs, ValidationResult> validate)
    {
        var result = validate(args);
        result.ThrowIfInvalid(component, name);
        return new Accepted<TArgs>(args, result.Warnings);
    }

    /// <summary>Says the warnings, as the component's.</summary>
    /// <param name="component">The component.</param>
    public void Warn(Resource component)
    {
        foreach (var warning in Warnings)
        {
            Log.Warn(warning.ToString(), component);
        }
    }
}
