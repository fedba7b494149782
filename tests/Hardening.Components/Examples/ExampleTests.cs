using System.Xml.Linq;
using Hardening.Components.Tests.Support;

namespace Hardening.Components.Tests.Examples;

/// <summary>The examples in the components' documentation are code that compiles and runs.</summary>
public sealed class ExampleTests
{
    private static readonly Dictionary<string, Action> Examples = new(StringComparer.Ordinal)
    {
        [nameof(ImagePinning)] = ImagePinningExample.Create,
        [nameof(NamespaceDefaults)] = NamespaceDefaultsExample.Create,
        [nameof(TopologySpread)] = TopologySpreadExample.Create,
        [nameof(IngressPolicy)] = IngressPolicyExample.Create,
        [nameof(WorkloadSecurity)] = WorkloadSecurityExample.Create,
    };

    public static TheoryData<string> Components => [.. Documented().Keys];

    [Theory]
    [MemberData(nameof(Components))]
    public async Task An_example_of_the_documentation_compiles_and_runs(string component)
    {
        var source = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Examples", $"{component}Example.cs"));

        Assert.Contains(Lines(Documented()[component]), Lines(source), StringComparison.Ordinal);
        var stack = await RecordedStack.RunAsync(Examples[component]);
        Assert.Contains(stack.Resources, resource => resource.Type == $"hardening:index:{component}");
        Assert.Contains(stack.Resources, resource => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal));
    }

    private static Dictionary<string, string> Documented() => XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Hardening.Components.xml"))
        .Descendants("member")
        .Where(member => member.Element("example") is not null)
        .ToDictionary(member => member.Attribute("name")!.Value.Split('.')[^1], member => member.Element("example")!.Value, StringComparer.Ordinal);

    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
}
