namespace Hardening.Components.Tests.CertManager;

/// <summary>The promtool tests beside the rule: each alert is tested firing, not firing, before its duration has passed, and without series.</summary>
public sealed class PromtoolCaseTests
{
    private static readonly string[] Kinds = ["firing: ", "not firing: ", "for: ", "absent: "];

    public static TheoryData<string> Alerts => [.. CertManagerAlert.All];

    [Theory]
    [MemberData(nameof(Alerts))]
    public async Task Every_alert_has_a_case_of_each_kind_and_each_case_asks_for_it(string alert)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(RuleSnapshotTests.AlertsFolder(), "cases", alert + ".yaml"));

        Assert.Equal("# alert: " + alert, lines[0]);
        Assert.All(Kinds, kind => Assert.Contains(lines, line => line.StartsWith("  - name: \"" + kind, StringComparison.Ordinal)));
        var names = lines.Where(line => line.StartsWith("  - name: ", StringComparison.Ordinal)).ToList();
        Assert.All(names, name => Assert.Contains(Kinds, kind => name.StartsWith("  - name: \"" + kind, StringComparison.Ordinal)));
        Assert.All(lines.Where(line => line.Contains("expr: ", StringComparison.Ordinal)), line => Assert.Contains($"ALERTS{{alertname=\"{alert}\"", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_alerts_annotations_are_tested_as_they_reach_the_reader()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(RuleSnapshotTests.AlertsFolder(), "default-annotations.yaml"));

        Assert.All(CertManagerAlert.All, alert => Assert.Contains($"alertname: {alert}\n", text, StringComparison.Ordinal));
    }
}
