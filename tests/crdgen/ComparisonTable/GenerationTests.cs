using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Crdgen.Tests.ComparisonTable.Support;
using Crdgen.Tests.Samples.Example.V1;
using Crdgen.Tests.Support;

namespace Crdgen.Tests.ComparisonTable;

/// <summary>The rows of the comparison table that concern the run of the command: what it needs, which files come out, how it fails.</summary>
public class GenerationTests
{
    private const string One = "out/Generated/Com/Example/Tests/V1/One.cs";
    private const string Two = "out/Generated/Com/Example/Tests/V1/Two.cs";

    [Fact]
    public void Offline_dotnet_only()
    {
        using var dependencies = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "crdgen.deps.json")));
        var libraries = dependencies.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name.Split('/')[0]).Order(StringComparer.Ordinal);
        Assert.Equal(["System.CommandLine", "YamlDotNet", "crdgen"], libraries);

        using var folder = new Folder();
        folder.Write("in/one.yaml", Crd.WithSpec("{ type: string }", "One"));
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Environment.ProcessPath!;
        var start = new ProcessStartInfo(dotnet, [Path.Combine(AppContext.BaseDirectory, "crdgen.dll"), "in", "--output", "out", "--no-project"]) { WorkingDirectory = folder.Path, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment.Clear();
        start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(dotnet);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.Equal((0, "out: 2 files, 2 changed.\n"), (process.ExitCode, output));
    }

    [Fact]
    public void Versions()
    {
        using var folder = new Folder();
        folder.Write("in/boxes.json", File.ReadAllText(Path.Combine(Repository.Samples, "schemas", "boxes.json")));
        folder.Generate();
        Assert.Equal(["V1/Box.cs", "V1/BoxSpec.cs", "V1beta1/Box.cs"], Kinds(folder));

        folder.Write("out/crds.json", """{ "namespace": "My", "types": "Generated", "tables": "Schemas", "schemas": [{ "file": "boxes.json", "kinds": [{ "kind": "samples.example.com/v1/Box" }] }] }""");
        Assert.Equal(0, folder.Crdgen(Path.Combine(folder.Path, "out", "crds.json"), "--schemas", Path.Combine(folder.Path, "in")).ExitCode);
        Assert.Equal(["V1/Box.cs"], Kinds(folder));

        var obsolete = typeof(Widget).Assembly.GetType("Crdgen.Tests.Samples.Example.V1beta1.Box")!.GetCustomAttribute<ObsoleteAttribute>();
        Assert.Equal("samples.example.com/v1beta1 Box is deprecated; use \"v1\"", obsolete!.Message);
    }

    [Fact]
    public void Name_collisions()
    {
        using var forwards = new Folder();
        using var backwards = new Folder();
        string[] properties = ["fooBar: { type: string }", "foo-bar: { type: string }", "FooBar: { type: integer, format: int32 }"];
        forwards.Write("in/one.yaml", Crd.WithSpec($"{{ type: object, properties: {{ {string.Join(", ", properties)} }} }}", "One"));
        backwards.Write("in/one.yaml", Crd.WithSpec($"{{ type: object, properties: {{ {string.Join(", ", properties.Reverse())} }} }}", "One"));

        var run = forwards.Generate();
        backwards.Generate();

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(forwards.Read(One), backwards.Read(One));
        Assert.Equal(2, run.Errors.Split('\n').Count(line => line.StartsWith("warning: ", StringComparison.Ordinal) && line.Contains("the property FooBar is taken", StringComparison.Ordinal)));
        foreach (var wire in new[] { "fooBar", "foo-bar", "FooBar" })
        {
            Assert.Contains($"Input(\"{wire}\")", forwards.Read(One), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Group_namespace()
    {
        Assert.Equal("Crdgen.Tests.Samples.Example.V1", typeof(Widget).Namespace);
        Assert.Equal("Crdgen.Tests.Samples.Org.Example.PulumiLike.V1alpha1", typeof(Samples.Org.Example.PulumiLike.V1alpha1.Input).Namespace);

        using var folder = new Folder();
        folder.Write("in/a.yaml", Crd.WithSpec("{ type: string }", group: "data.example.com"));
        folder.Write("in/b.yaml", Crd.WithSpec("{ type: string }", group: "data.example.org"));

        Assert.Equal(0, folder.Generate().ExitCode);
        Assert.Contains("\nnamespace My.Com.Example.Data.V1\n", folder.Read("out/Generated/Com/Example/Data/V1/Thing.cs"), StringComparison.Ordinal);
        Assert.Contains("\nnamespace My.Org.Example.Data.V1\n", folder.Read("out/Generated/Org/Example/Data/V1/Thing.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Output_shape()
    {
        using var folder = new Folder();
        folder.Write("in/widgets.yaml", File.ReadAllText(Path.Combine(Repository.Samples, "schemas", "widgets.yaml")));
        folder.Write("in/boxes.json", File.ReadAllText(Path.Combine(Repository.Samples, "schemas", "boxes.json")));
        folder.Generate();

        Assert.Equal(["V1/Box.cs", "V1/BoxSpec.cs", "V1/Widget.cs", "V1beta1/Box.cs"], Kinds(folder));
        var widget = folder.Read("out/Generated/Com/Example/Samples/V1/Widget.cs");
        Assert.StartsWith("// <auto-generated/>\n", widget, StringComparison.Ordinal);
        Assert.Contains("public sealed partial class Widget :", widget, StringComparison.Ordinal);
        Assert.Contains("public sealed partial class WidgetSpecMorePortsArgs :", widget, StringComparison.Ordinal);
    }

    [Fact]
    public void Failure_mode()
    {
        using var folder = new Folder();
        folder.Write("in/1.yaml", Crd.WithSpec("{ type: object, properties: { a: { type: strin } } }", "Bad"));
        folder.Write("in/2.yaml", Crd.WithSpec("{ type: string }", "One"));
        folder.Write("in/3.yaml", "kind: CustomResourceDefinition\nspec: [");

        var run = folder.Generate();

        Assert.Equal(1, run.ExitCode);
        var errors = run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, errors.Length);
        Assert.Matches("^error: .*/1[.]yaml:[0-9]+: spec[.]a: the type 'strin' is not one of string, boolean, integer, number, array, object$", errors[0]);
        Assert.Matches("^error: .*/3[.]yaml:[0-9]+: ", errors[1]);
        Assert.Equal([One, "out/Schemas/tests.example.com/v1/One.json"], folder.Generated());
    }

    [Fact]
    public void Drift_check()
    {
        using var folder = new Folder();
        folder.Write("in/one.yaml", Crd.WithSpec("{ type: string }", "One"));
        folder.Generate();
        Assert.Equal(0, folder.Generate("--check").ExitCode);

        folder.Write("in/two.yaml", Crd.WithSpec("{ type: string }", "Two"));
        var edited = folder.Read(One) + "// edited\n";
        folder.Write(One, edited);
        var run = folder.Generate("--check");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"drift: {One}: differs from what its schema gives\n", run.Errors, StringComparison.Ordinal);
        Assert.Contains($"drift: {Two}: is missing\n", run.Errors, StringComparison.Ordinal);
        Assert.Equal(edited, folder.Read(One));
        Assert.DoesNotContain(Two, folder.Generated());
    }

    [Fact]
    public void Test_style()
    {
        var goldens = new[] { "Samples", "Wild" }.SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, "tests", "crdgen", folder, "Generated"), "*.cs", SearchOption.AllDirectories)).ToList();
        var compiled = typeof(Widget).Assembly.GetTypes().Select(type => type.FullName!).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(goldens);
        Assert.All(goldens, golden =>
        {
            var types = TypesIn(File.ReadAllLines(golden)).ToList();
            Assert.NotEmpty(types);
            Assert.All(types, type => Assert.Contains(type, compiled));
        });
    }

    [Fact]
    public void Test_style_has_a_real_object_of_every_kind()
    {
        var kinds = new[] { "components/Pulumi.KubernetesCrds", "tests/AllKinds" }
            .Select(project => Path.Combine(Repository.Root, project, "Schemas", "Generated"))
            .SelectMany(folder => Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories).Select(file => Path.ChangeExtension(Path.GetRelativePath(folder, file), "yaml")));
        var samples = Path.Combine(Repository.Root, "tests", "RoundTrip", "Samples");

        Assert.All(kinds, kind => Assert.True(File.Exists(Path.Combine(samples, kind)), kind));
    }

    /// <summary>The full names of a file's public classes that stand directly in a namespace.</summary>
    private static IEnumerable<string> TypesIn(IEnumerable<string> lines)
    {
        var space = "";
        var indentation = "";
        foreach (var line in lines)
        {
            if (line.StartsWith("namespace ", StringComparison.Ordinal))
            {
                space = line["namespace ".Length..].TrimEnd(';');
                indentation = line.EndsWith(';') ? "" : "    ";
            }
            else if (line.StartsWith($"{indentation}public ", StringComparison.Ordinal) && line.IndexOf(" class ", StringComparison.Ordinal) is > 0 and var at)
            {
                yield return $"{space}.{line[(at + " class ".Length)..].Split(' ')[0]}";
            }
        }
    }

    /// <summary>The C# files of kinds, from their version's folder on.</summary>
    private static IEnumerable<string> Kinds(Folder folder) => folder.Generated()
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.EndsWith("ExtensibleArgs.cs", StringComparison.Ordinal))
        .Select(file => string.Join('/', file.Split('/')[^2..]));
}
