using System.Text.RegularExpressions;
using Hardening.Infra.Tests.Commands;

namespace Hardening.Infra.Tests.Audit;

/// <summary>The homelab's plan against a recording that has one violation of each kind.</summary>
public sealed partial class HomelabAuditTests
{
    private static string Facts => TestFiles.PathOf("Audit", "Recordings", "homelab.json");

    private static string Flows => TestFiles.PathOf("Audit", "Recordings", "homelab.flows.jsonl");

    [Fact]
    public async Task Verify_all_existing_workloads_pass_the_new_policy_before_enforcing()
    {
        var run = await AuditAsync("--facts", Facts);

        Assert.Equal((1, ""), (run.Code, run.Error));
        Snapshot.Matches("audit-workloads.txt", Named(run.Out));
    }

    [Fact]
    public async Task Audit_current_pod_egress_patterns()
    {
        var run = await AuditAsync("--flows", Flows);

        Assert.Equal((1, ""), (run.Code, run.Error));
        Snapshot.Matches("audit-flows.txt", Named(run.Out));
    }

    [Fact]
    public async Task The_same_as_one_JSON_object()
    {
        var run = await AuditAsync("--facts", Facts, "--flows", Flows, "--json");

        Assert.Equal((1, ""), (run.Code, run.Error));
        Snapshot.Matches("audit.json", Named(run.Out));
    }

    [Fact]
    public async Task Both_stacks_are_audited_alike_because_modes_do_not_count()
    {
        var dev = await AuditAsync("--facts", Facts, "--flows", Flows, "--json");
        var prod = await AuditAsync("--facts", Facts, "--flows", Flows, "--json", "--stack", "prod");

        Assert.Equal(Findings(dev.Out), Findings(prod.Out));
    }

    [Fact]
    public async Task Exceptions_excuse_until_their_last_day_and_no_longer()
    {
        var before = await AuditAsync("--facts", Facts, "--as-of", "2027-03-31");
        var after = await AuditAsync("--facts", Facts, "--as-of", "2027-04-01");

        const string refused = "registry-allowlist: container server uses nvcr.io/nvidia/cuda:12.9.1-runtime-ubuntu24.04";
        Assert.DoesNotContain(refused, before.Out, StringComparison.Ordinal);
        Assert.Contains(refused, after.Out, StringComparison.Ordinal);
    }

    private static Task<CliRun> AuditAsync(params string[] args) => CliRun.RunAsync(TestFiles.Root, ["audit", .. args]);

    /// <summary>The report without folders, and without lines of the stack file, which move with every comment.</summary>
    private static string Named(string text) => Line().Replace(text.Replace(TestFiles.PathOf("Audit", "Recordings") + Path.DirectorySeparatorChar, "", StringComparison.Ordinal), "");

    private static string Findings(string json)
    {
        var text = Named(json);
        return text[text.IndexOf("\"findings\"", StringComparison.Ordinal)..text.IndexOf("\"notes\"", StringComparison.Ordinal)];
    }

    [GeneratedRegex(@" \(Pulumi\.\w+\.yaml:[0-9]+\)", RegexOptions.None, 60_000)]
    private static partial Regex Line();
}
