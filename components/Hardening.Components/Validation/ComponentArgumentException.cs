using System.Globalization;

namespace Hardening.Components;

/// <summary>A component's arguments are refused. It carries everything that is wrong with them, not only the first.</summary>
public sealed class ComponentArgumentException : ArgumentException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="component">The component's type name, for example <c>EgressPolicy</c>.</param>
    /// <param name="name">The component's resource name.</param>
    /// <param name="problems">What is wrong; at least one.</param>
    public ComponentArgumentException(string component, string name, IReadOnlyList<Problem> problems)
        : base(Text(component, name, problems))
    {
        Component = component;
        Name = name;
        Problems = problems;
    }

    /// <summary>The component's type name.</summary>
    public string Component { get; }

    /// <summary>The component's resource name.</summary>
    public string Name { get; }

    /// <summary>Everything that is wrong, paths relative to the component's arguments.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    private static string Text(string component, string name, IReadOnlyList<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var count = problems.Count == 1 ? "1 problem" : problems.Count.ToString(CultureInfo.InvariantCulture) + " problems";
        return string.Join('\n', problems.Select(problem => $"  - {problem}").Prepend($"{component} \"{name}\": {count}"));
    }
}
