using Pulumi;

namespace Hardening.Components;

/// <summary>
/// One value that flows into the manifest: known now, or checked when it resolves. A value's shape never depends on whether it is known.
/// </summary>
internal readonly record struct InputLeaf(Input<string> Input, string? Value, bool IsSecret)
{
    public bool IsKnown => Value is not null;

    public static InputLeaf Of(Input<string> input)
    {
        if (!Known.TryGet(input, out var value) || value is null)
        {
            return new InputLeaf(input, null, IsSecret: true);
        }

        return new InputLeaf(input, value, Known.IsSecret(input));
    }

    /// <summary>Checks the value where it is known; its canonical form, or null where it is unknown or refused.</summary>
    public string? Check(ProblemList problems, string path, LeafCheck check) =>
        Value is null ? null : check(Value, new LeafReport(problems, path, IsSecret));

    /// <summary>Checks a value that has resolved.</summary>
    /// <exception cref="ComponentArgumentException">The value is refused.</exception>
    public static string Resolve(string? value, ComponentName owner, string path, LeafCheck check, bool isSecret = true)
    {
        var problems = new ProblemList();
        if (string.IsNullOrEmpty(value))
        {
            problems.Add(path, null, "resolved to nothing", "give it a value: an absent destination would mean any destination");
        }

        var canonical = string.IsNullOrEmpty(value) ? null : check(value, new LeafReport(problems, path, isSecret));
        return canonical is not null && problems.Count == 0
            ? canonical
            : throw new ComponentArgumentException(owner.Component, owner.Name, problems.Problems);
    }
}
