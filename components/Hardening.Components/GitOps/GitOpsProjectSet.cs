namespace Hardening.Components;

/// <summary>Checks projects against each other, and whether the one that Argo CD makes itself leads around them.</summary>
public static class GitOpsProjectSet
{
    /// <summary>The project that Argo CD makes: it permits everything, and Applications that name no project belong to it.</summary>
    public const string Default = "default";

    /// <summary>Checks projects against each other; each alone is the matter of <see cref="GitOpsProject.Validate"/>.</summary>
    /// <param name="projects">Each project and its path, which is put before the paths of its problems.</param>
    public static ValidationResult Validate(IReadOnlyList<(string Path, GitOpsProjectArgs Args)> projects)
    {
        ArgumentNullException.ThrowIfNull(projects);
        var problems = new ProblemList();
        for (var index = 0; index < projects.Count; index++)
        {
            var (path, args) = projects[index];
            if (projects.Take(index).FirstOrDefault(earlier => earlier.Args.Name == args.Name && NamespaceOf(earlier.Args) == NamespaceOf(args)) is { Path: { } same })
            {
                problems.At(path).Add("name", args.Name, $"is the name of {same} too", "merge the two");
            }
            else if (projects.Take(index).All(earlier => NamespaceOf(earlier.Args) != NamespaceOf(args))
                && !projects.Any(other => other.Args is { Name: Default, Locked: true } && NamespaceOf(other.Args) == NamespaceOf(args)))
            {
                problems.At(path).Warn(string.Empty, $"Argo CD's project {Default} permits every source and destination, and leads around this one: add {{ name: {Default}, locked: true }}");
            }
        }

        return problems.ToResult();
    }

    internal static string NamespaceOf(GitOpsProjectArgs args) => args.Namespace ?? GitOpsProjectArgs.DefaultNamespace;
}
