namespace Hardening.Components;

/// <summary>What a component's <c>Validate</c> found: problems refuse the arguments, warnings do not.</summary>
/// <param name="Problems">Every problem, in the order of the arguments; empty when they are accepted.</param>
/// <param name="Warnings">Every warning, in the order of the arguments.</param>
public sealed record ValidationResult(IReadOnlyList<Problem> Problems, IReadOnlyList<Warning> Warnings)
{
    /// <summary>Nothing wrong and nothing to warn of.</summary>
    public static ValidationResult Clean { get; } = new([], []);

    /// <summary>Whether the arguments are accepted.</summary>
    public bool IsValid => Problems.Count == 0;

    /// <summary>Throws everything that is wrong in one exception; does nothing when the arguments are accepted.</summary>
    /// <param name="component">The component's type name, as in the message.</param>
    /// <param name="name">The component's resource name, as in the message.</param>
    /// <exception cref="ComponentArgumentException">There is at least one problem.</exception>
    public void ThrowIfInvalid(string component, string name)
    {
        if (!IsValid)
        {
            throw new ComponentArgumentException(component, name, Problems);
        }
    }

    /// <summary>The same result seen from further out: <paramref name="prefix"/> is put before every path.</summary>
    /// <param name="prefix">The path of what was validated.</param>
    public ValidationResult WithPrefix(string prefix) =>
        new([.. Problems.Select(problem => problem.WithPrefix(prefix))], [.. Warnings.Select(warning => warning.WithPrefix(prefix))]);
}
