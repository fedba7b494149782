using System.Globalization;

namespace Hardening.Components;

/// <summary>
/// Collects the problems and warnings of one validation. A list made by <see cref="At(string)"/> writes into the list that it came
/// from and puts its own place before every path, so that a check of a part needs not know where the part stands.
/// </summary>
public sealed class ProblemList
{
    private readonly string _prefix;
    private readonly List<Problem> _problems;
    private readonly List<Warning> _warnings;

    /// <summary>An empty list whose paths have no prefix.</summary>
    public ProblemList()
        : this(string.Empty, [], [])
    {
    }

    private ProblemList(string prefix, List<Problem> problems, List<Warning> warnings)
    {
        _prefix = prefix;
        _problems = problems;
        _warnings = warnings;
    }

    /// <summary>How many problems were collected, here and in every list that shares this one's storage.</summary>
    public int Count => _problems.Count;

    /// <summary>The problems collected so far.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>The warnings collected so far.</summary>
    public IReadOnlyList<Warning> Warnings => _warnings;

    /// <summary>A view on the same collection for one member of what is validated.</summary>
    /// <param name="segment">The member's wire name, or several joined: <c>rules</c>, <c>rules[1].fqdns</c>.</param>
    public ProblemList At(string segment) => new(PathText.Join(_prefix, segment), _problems, _warnings);

    /// <summary>A view on the same collection for one item of a list.</summary>
    /// <param name="index">The item's index, from 0.</param>
    public ProblemList At(int index) => At(string.Create(CultureInfo.InvariantCulture, $"[{index}]"));

    /// <summary>Adds a problem.</summary>
    /// <param name="path">The member's path below this view's place; empty for the place itself.</param>
    /// <param name="value">The offending value; <see langword="null"/> when nothing is there or it is secret.</param>
    /// <param name="message">Why the value is refused.</param>
    /// <param name="fix">What to do about it.</param>
    public void Add(string path, string? value, string message, string fix) => Add(new Problem(path, value, message, fix));

    /// <summary>Adds a problem whose path is below this view's place.</summary>
    /// <param name="problem">The problem.</param>
    public void Add(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        _problems.Add(problem.WithPrefix(_prefix));
    }

    /// <summary>Adds a warning.</summary>
    /// <param name="path">The member's path below this view's place; empty for the place itself.</param>
    /// <param name="message">What will happen and what to do about it.</param>
    public void Warn(string path, string message) => _warnings.Add(new Warning(path, message).WithPrefix(_prefix));

    /// <summary>Adds everything that another validation found, below this view's place.</summary>
    /// <param name="result">What was found.</param>
    public void AddRange(ValidationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        foreach (var problem in result.Problems)
        {
            Add(problem);
        }

        foreach (var warning in result.Warnings)
        {
            _warnings.Add(warning.WithPrefix(_prefix));
        }
    }

    /// <summary>What was collected so far, as a result.</summary>
    public ValidationResult ToResult() => new([.. _problems], [.. _warnings]);
}
