using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Reading;
using Hardening.Infra.Reports;
using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Commands;

/// <summary>The stack file that a command is about, read as a plan.</summary>
/// <param name="Project">The Pulumi project.</param>
/// <param name="Directory">The project's folder.</param>
/// <param name="StackName">The stack's name.</param>
/// <param name="Stack">The stack file's configuration.</param>
/// <param name="Result">The plan, and what is wrong with it.</param>
internal sealed record PlanFile(PulumiProject Project, string Directory, string StackName, StackConfiguration Stack, PlanResult Result)
{
    /// <summary>The stack file.</summary>
    public required string Path { get; init; }

    /// <summary>The stack that is meant where none is named.</summary>
    public const string DefaultStack = "dev";

    /// <summary>What is wrong with the plan, each with its line.</summary>
    public IReadOnlyList<Notice> Errors
    {
        get
        {
            var places = new PlanPlaces(Stack);
            return Result.Problems.Select(problem => Notice.Of(problem, places.Of(problem.Path))).ToList();
        }
    }

    /// <summary>Finds and reads the file.</summary>
    /// <exception cref="EnvironmentException">There is no project here, or no such stack.</exception>
    /// <exception cref="BadInputException">The request or the file is refused; a plan that is refused is not thrown.</exception>
    public static PlanFile Read(PlanRequest request, Terminal terminal)
    {
        var directory = PulumiProject.FindDirectory(terminal.WorkingDirectory, AppContext.BaseDirectory)
            ?? throw new EnvironmentException($"no {PulumiProject.FileName} here or above", "run the command inside the project");
        var project = PulumiProject.Load(directory);
        var (name, path) = FileOf(request, project, terminal);
        var stack = StackConfiguration.Load(project, path);
        return new PlanFile(project, directory, name, stack, PlanReader.Read(PlanSource.Of(stack))) { Path = path };
    }

    private static (string Stack, string Path) FileOf(PlanRequest request, PulumiProject project, Terminal terminal)
    {
        if (request.ConfigFile is { } file)
        {
            var path = System.IO.Path.GetFullPath(file, terminal.WorkingDirectory);
            return (request.Stack ?? NameOf(path), path);
        }

        var stack = request.Stack ?? DefaultStack;
        if (stack.Length == 0 || !stack.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            throw new BadInputException(new Problem("--stack", stack, "is no stack name", "use letters, digits, hyphens, underscores and dots"));
        var wanted = System.IO.Path.Combine(project.StackFileDirectory, $"Pulumi.{stack}.yaml");
        if (!File.Exists(wanted) && File.Exists(System.IO.Path.ChangeExtension(wanted, ".yml")))
            wanted = System.IO.Path.ChangeExtension(wanted, ".yml");
        if (File.Exists(wanted))
            return (stack, wanted);
        var known = StackNames(project).ToList();
        throw new EnvironmentException(
            $"{System.IO.Path.GetFileName(wanted)} does not exist",
            known.Count == 0 ? "create it, or name another file with --config" : $"stacks here: {string.Join(", ", known)}");
    }

    private static IEnumerable<string> StackNames(PulumiProject project) =>
        System.IO.Directory.Exists(project.StackFileDirectory)
            ? System.IO.Directory.EnumerateFiles(project.StackFileDirectory, "Pulumi.*.yaml").Select(NameOf).Order(StringComparer.Ordinal)
            : [];

    private static string NameOf(string path)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        return name.StartsWith("Pulumi.", StringComparison.Ordinal) ? name["Pulumi.".Length..] : name;
    }
}
