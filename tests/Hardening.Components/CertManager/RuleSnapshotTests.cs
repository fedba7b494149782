using Hardening.Components.Tests.Support;

namespace Hardening.Components.Tests.CertManager;

/// <summary>The rule with every default, kept beside the promtool tests, which run on it.</summary>
public sealed class RuleSnapshotTests
{
    [Fact]
    public async Task The_rule_that_promtool_tests_is_the_rule_that_the_component_makes()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new CertManagerAlerts(
            "alerts",
            new CertManagerAlertsArgs { Cluster = new ClusterFactsArgs { CertManagerVersion = "1.21.1" } }));
        var actual = RuleYaml.Write(stack["alerts-rule"].Inputs);

        var file = Path.Combine(AlertsFolder(), "default-rule.yaml");
        var expected = File.Exists(file) ? await File.ReadAllTextAsync(file) : string.Empty;
        if (expected != actual)
        {
            await File.WriteAllTextAsync(Path.ChangeExtension(file, ".actual.yaml"), actual);
        }

        Assert.True(expected == actual, $"{file} differs from the rule that the component makes, which is now beside it as default-rule.actual.yaml: compare and rename.");
    }

    internal static string AlertsFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Hardening.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return Path.Combine(folder.FullName, "tests", "alerts");
    }
}
