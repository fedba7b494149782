using Hardening.Components;

namespace Hardening.Infra.Reports;

/// <summary>Something to tell about a plan or what came of it, in the one form in which text and JSON show it.</summary>
/// <param name="Place">Where in the stack file, as <c>Pulumi.dev.yaml:12</c>, when known.</param>
/// <param name="Path">Where in the plan or in a resource's inputs, when known.</param>
/// <param name="Resource">Which resource, when one is concerned.</param>
/// <param name="Message">What is to be said, with value and fix.</param>
internal sealed record Notice(string? Place, string? Path, string? Resource, string Message)
{
    public static Notice Of(Problem problem, string? place)
    {
        var text = problem.ToString();
        return new Notice(place, problem.Path, null, text[(problem.Path.Length + 2)..]);
    }

    public static Notice Of(Warning warning, string? place) => new(place, warning.Path, null, warning.Message);

    public static Notice Of(Preview.Finding finding) =>
        new(null, finding.Path, finding.Resource, finding.Fix is null ? finding.Message : $"{finding.Message}; {finding.Fix}");

    public override string ToString()
    {
        var subject = string.Join(": ", new[] { Resource, Path }.Where(part => part is not null));
        var text = subject.Length == 0 ? Message : $"{subject}: {Message}";
        return Place is null ? text : $"{text} ({Place})";
    }
}
