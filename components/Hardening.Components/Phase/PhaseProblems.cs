using System.Globalization;

namespace Hardening.Components;

/// <summary>Collects what is wrong with a phase, each thing once, at the place where whoever reads it has written it.</summary>
/// <param name="place">Where an argument stands, by its path in the phase's arguments.</param>
internal sealed class PhaseProblems(Func<string, string> place)
{
    private const string Cluster = "cluster.";

    private readonly HashSet<Problem> _problems = [];
    private readonly HashSet<Warning> _warnings = [];
    private readonly List<Problem> _orderedProblems = [];
    private readonly List<Warning> _orderedWarnings = [];

    /// <summary>Where an item of a list stands.</summary>
    public string PlaceOf(string list, int index) => place(string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]"));

    /// <summary>Adds a problem at a path of the phase.</summary>
    public void Add(string path, string? value, string message, string fix) => Keep(new Problem(place(path), value, message, fix));

    /// <summary>Adds what one component says of its arguments, which stand at a path of the phase.</summary>
    public void Add(string path, ValidationResult result)
    {
        foreach (var problem in result.Problems)
        {
            Keep(problem with { Path = PlaceOf(path, problem.Path) });
        }

        foreach (var warning in result.Warnings)
        {
            Keep(warning with { Path = PlaceOf(path, warning.Path) });
        }
    }

    /// <summary>Adds what a comparison of placed arguments says.</summary>
    public void AddPlaced(ValidationResult result)
    {
        foreach (var problem in result.Problems)
        {
            Keep(problem);
        }

        foreach (var warning in result.Warnings)
        {
            Keep(warning);
        }
    }

    public ValidationResult ToResult() => new([.. _orderedProblems], [.. _orderedWarnings]);

    /// <summary>Every component is told the same facts about the cluster; what is wrong with those is said where they stand.</summary>
    private string PlaceOf(string path, string relative) =>
        place(relative.StartsWith(Cluster, StringComparison.Ordinal) ? relative : PathText.Join(path, relative));

    private void Keep(Problem problem)
    {
        if (_problems.Add(problem))
        {
            _orderedProblems.Add(problem);
        }
    }

    private void Keep(Warning warning)
    {
        if (_warnings.Add(warning))
        {
            _orderedWarnings.Add(warning);
        }
    }
}
