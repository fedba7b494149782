using Pulumi;
using Pulumi.Utilities;

namespace Hardening.Components;

/// <summary>Checks one value and gives its canonical form, or null where it reported a problem.</summary>
internal delegate string? LeafCheck(string value, LeafReport report);

/// <summary>Where the check of one value reports to. A secret value never gets into a message.</summary>
internal readonly record struct LeafReport(ProblemList Problems, string Path, bool IsSecret)
{
    public void Refuse(string value, string message, string fix) => Problems.Add(Path, IsSecret ? null : value, message, fix);

    public void Warn(string message) => Problems.Warn(Path, message);
}

/// <summary>
/// One value that flows into the manifest: known now, or checked when it resolves. A value's shape never depends on whether it is known.
/// </summary>
internal readonly record struct EgressLeaf(Input<string> Input, string? Value, bool IsSecret)
{
    public bool IsKnown => Value is not null;

    public static EgressLeaf Of(Input<string> input)
    {
        if (!Known.TryGet(input, out var value) || value is null)
        {
            return new EgressLeaf(input, null, IsSecret: true);
        }

        var secret = Output.IsSecretAsync(input.ToOutput());
        return new EgressLeaf(input, value, !secret.IsCompletedSuccessfully || secret.Result);
    }

    /// <summary>Checks the value where it is known; its canonical form, or null where it is unknown or refused.</summary>
    public string? Check(ProblemList problems, string path, LeafCheck check) =>
        Value is null ? null : check(Value, new LeafReport(problems, path, IsSecret));

    /// <summary>The canonical value for the manifest. A value that is not known yet is checked when it resolves, and fails the deployment then.</summary>
    /// <param name="owner">The component's name, as problems are reported under.</param>
    /// <param name="path">The value's path in the arguments.</param>
    /// <param name="check">The check.</param>
    public Input<string> Render(string owner, string path, LeafCheck check)
    {
        if (Value is not null && !IsSecret)
        {
            return check(Value, new LeafReport(new ProblemList(), path, IsSecret: false)) ?? Value;
        }

        return Input.Apply(value => Resolve(value, owner, path, check));
    }

    /// <summary>Checks a value that has resolved.</summary>
    /// <exception cref="ComponentArgumentException">The value is refused; it is not shown, since it may be secret.</exception>
    public static string Resolve(string? value, string owner, string path, LeafCheck check)
    {
        var problems = new ProblemList();
        if (string.IsNullOrEmpty(value))
        {
            problems.Add(path, null, "resolved to nothing", "give it a value: an absent destination would mean any destination");
        }

        var canonical = string.IsNullOrEmpty(value) ? null : check(value, new LeafReport(problems, path, IsSecret: true));
        return canonical is not null && problems.Count == 0
            ? canonical
            : throw new ComponentArgumentException(nameof(EgressPolicy), owner, problems.Problems);
    }
}
