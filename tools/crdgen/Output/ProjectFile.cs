using System.Reflection;
using Crdgen.Planning;

namespace Crdgen.Output;

/// <summary>
/// What makes a project of an output folder. Where there is none, in the folder or above it, that is a project file, written once. A project that is
/// there already compiles the types as they are; for the tables it gets <c>crdgen.targets</c> and the advice to import it.
/// </summary>
/// <param name="Files">The files to write.</param>
/// <param name="Advice">What is left to do, or how to use it.</param>
internal sealed record ProjectFile(IReadOnlyList<GeneratedFile> Files, string? Advice)
{
    private const string Targets = "crdgen.targets";
    private const string Mark = "LogicalName=\"schema/";

    public static ProjectFile? For(string folder, Plan plan)
    {
        if (Existing(folder) is not { } project)
        {
            var name = $"{plan.Namespace}.csproj";
            return new ProjectFile([new GeneratedFile(name, Text(folder, plan.Tables!))], $"{name} is new: reference it from your program's project.");
        }

        var text = File.ReadAllText(project);
        if (text.Contains(Mark, StringComparison.Ordinal))
        {
            return null;
        }

        var targets = new GeneratedFile(Targets, $"<!-- {Written} -->\n<Project>\n  <ItemGroup>\n{Embedded("$(MSBuildThisFileDirectory)", plan.Tables!)}  </ItemGroup>\n</Project>\n");
        var import = Path.GetRelativePath(Path.GetDirectoryName(project)!, Path.Combine(folder, Targets)).Replace('\\', '/');
        return new ProjectFile(
            [targets],
            text.Contains(Targets, StringComparison.Ordinal)
                ? null
                : $"Add <Import Project=\"{import}\" /> to {Path.GetFileName(project)}: it embeds the schema tables, so that a preview checks objects against them.");
    }

    private const string Written = "Written by crdgen: embeds the schema tables, which previews check objects against.";

    private static string Embedded(string root, string tables) =>
        $"    <EmbeddedResource Include=\"{root}{tables}/**/*.json\" {Mark}$([System.String]::Copy('%(RecursiveDir)').Replace('\\', '/'))%(Filename).json\" />\n";

    /// <summary>Central package versions of the folders above would refuse a version in the project.</summary>
    private static string Text(string folder, string tables) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
        {(Above(folder, "Directory.Packages.props").Any() ? "    <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>\n" : "")}  </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Pulumi.Kubernetes" Version="{KubernetesVersion}" />
        {Embedded("", tables)}  </ItemGroup>
        </Project>

        """;

    /// <summary>The version of Pulumi.Kubernetes that this tool was tested with.</summary>
    private static string KubernetesVersion { get; } = typeof(ProjectFile).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(metadata => metadata.Key == "PulumiKubernetesVersion").Value!;

    private static string? Existing(string folder) => Above(folder, "*.csproj").FirstOrDefault();

    /// <summary>Such files in the folder and in those above it, up to the root of its repository.</summary>
    private static IEnumerable<string> Above(string folder, string pattern)
    {
        for (var current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            if (!Directory.Exists(current))
            {
                continue;
            }

            foreach (var file in Directory.EnumerateFiles(current, pattern).Order(StringComparer.Ordinal))
            {
                yield return file;
            }

            if (Path.Exists(Path.Combine(current, ".git")))
            {
                yield break;
            }
        }
    }
}
