using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Hardening.Infra.Commands;
using Hardening.Infra.Tests.Sizing;
using Hardening.Infra.Tests.StackFiles;

namespace Hardening.Infra.Tests.Commands;

public sealed class SizingTests : IDisposable
{
    private const string RecordedBy = "kubectl get vpa,hpa,deployments,statefulsets,daemonsets,cronjobs,pods,resourcequotas -A -o json";
    private static readonly string Homelab = TestFiles.PathOf("Sizing", "facts.json");
    private static readonly string Web = Facts.List(Facts.Vpa(Facts.Container("web", "103m", "200Mi", "310m", "250Mi")), Facts.Workload(""" "containers": [{ "name": "web" }] """));
    private readonly TempFolder _folder = new();

    public SizingTests()
    {
        _folder.Write("Pulumi.yaml", Plans.Project);
        _folder.Write("Pulumi.dev.yaml", Plans.Small);
    }

    public void Dispose() => _folder.Dispose();

    private Task<CliRun> SizingAsync(params string[] args) => CliRun.RunAsync(_folder.Path, ["sizing", .. args]);

    private string StackFile => File.ReadAllText(Path.Combine(_folder.Path, "Pulumi.dev.yaml"));

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_homelab_is_sized_by_what_was_recorded_and_needs_nothing_afterwards(string stack)
    {
        var before = File.ReadAllText(TestFiles.InRepository($"Pulumi.{stack}.yaml"));
        _folder.Write($"Pulumi.{stack}.yaml", before);
        _folder.Write("facts.json", File.ReadAllText(Homelab));

        var proposed = await SizingAsync("--stack", stack, "--facts", "facts.json");
        Assert.Equal((1, ""), (proposed.Code, proposed.Error));
        Snapshot.Matches($"sizing.{stack}.txt", proposed.Out);
        Assert.Equal(before, File.ReadAllText(Path.Combine(_folder.Path, $"Pulumi.{stack}.yaml")));

        var written = await SizingAsync("--stack", stack, "--facts", "facts.json", "--write");
        Assert.Equal((0, ""), (written.Code, written.Error));
        var after = File.ReadAllText(Path.Combine(_folder.Path, $"Pulumi.{stack}.yaml"));
        Assert.Equal(before.Split('\n').Where(line => line.Contains('#', StringComparison.Ordinal)), after.Split('\n').Where(line => line.Contains('#', StringComparison.Ordinal)));
        var preview = await CliRun.RunAsync(_folder.Path, "preview", "--stack", stack);
        Assert.Equal((0, ""), (preview.Code, preview.Error));
        Assert.DoesNotContain("Warnings", preview.Out, StringComparison.Ordinal);

        var again = await SizingAsync("--stack", stack, "--facts", "facts.json", "--write");
        Assert.Equal(0, again.Code);
        Assert.EndsWith($"\nPulumi.{stack}.yaml needs no change.\n", again.Out, StringComparison.Ordinal);
        Assert.Equal(after, File.ReadAllText(Path.Combine(_folder.Path, $"Pulumi.{stack}.yaml")));
    }

    [Fact]
    public async Task A_proposal_is_a_table_and_writes_nothing()
    {
        _folder.Write("facts.json", Web);
        var run = await SizingAsync("--facts", "facts.json");

        Assert.Equal((1, ""), (run.Code, run.Error));
        Assert.Equal(
            """
            Sizing dev: 1 of 1 recommendations of facts.json are usable.

                Namespace  Number                                  Old   New    Why
                shop       limits.container.defaultRequest.cpu     25m   110m   median target of 1 container without a request
                shop       limits.container.default.cpu            250m  310m   upper bounds of 1 container without a limit, up to 310m
                shop       limits.container.max.cpu                1     620m   2 times the largest upper bound (310m)
                shop       limits.container.defaultRequest.memory  64Mi  208Mi  median target of 1 container without a request
                shop       limits.container.max.memory             1Gi   512Mi  2 times the largest upper bound (250Mi)
                shop       quota.hard.requests.cpu                 500m  380m   3 pods, rollouts included, and a fifth more
                shop       quota.hard.limits.cpu                   4     2      the least that leaves room to work
                shop       quota.hard.requests.memory              1Gi   720Mi  3 pods, rollouts included, and a fifth more
                shop       quota.hard.limits.memory                2Gi   1Gi    the least that leaves room to work

            requests.memory of all quotas: 2Gi → 1.7Gi of 16Gi
            limits.memory of all quotas: 4Gi → 3Gi of 32Gi

            9 numbers would change; --write puts them into Pulumi.dev.yaml.

            """.ReplaceLineEndings("\n"),
            run.Out);
        Assert.Equal(Plans.Small, StackFile);
    }

    [Fact]
    public async Task Writing_changes_the_numbers_alone_and_keeps_byte_order_mark_line_ends_and_mode()
    {
        var path = Path.Combine(_folder.Path, "Pulumi.dev.yaml");
        File.WriteAllText(path, Plans.Small.ReplaceLineEndings("\r\n"), new UTF8Encoding(true));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _folder.Write("facts.json", Web);

        var run = await SizingAsync("--facts", "facts.json", "--write");

        Assert.Equal((0, ""), (run.Code, run.Error));
        var bytes = File.ReadAllBytes(path);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes[3..]);
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(
            Plans.Small.Replace("      size: Small\n      egress:", "      size: Small\n\n      egress:", StringComparison.Ordinal).Split('\n').Where(line => line.Length > 0),
            text.Split("\r\n").Where(line => !line.TrimStart().StartsWith("limits:", StringComparison.Ordinal) && !line.TrimStart().StartsWith("container:", StringComparison.Ordinal)
                && !line.TrimStart().StartsWith("default", StringComparison.Ordinal) && !line.TrimStart().StartsWith("max:", StringComparison.Ordinal)
                && !line.TrimStart().StartsWith("quota:", StringComparison.Ordinal) && !line.TrimStart().StartsWith("hard:", StringComparison.Ordinal)));
        Assert.Contains("      size: Small\r\n      limits:\r\n        container:\r\n          defaultRequest: { cpu: 110m, memory: 208Mi }\r\n", text, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal(["Pulumi.dev.yaml", "Pulumi.yaml", "facts.json"], Directory.GetFiles(_folder.Path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Json_says_the_same()
    {
        _folder.Write("facts.json", Web);
        var run = await SizingAsync("--facts", "facts.json", "--json");

        Assert.Equal((1, ""), (run.Code, run.Error));
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal("""{"namespace":"shop","number":"limits.container.defaultRequest.cpu","old":"25m","new":"110m","why":"median target of 1 container without a request"}""", JsonSerializer.Serialize(json.RootElement.GetProperty("changes")[0]));
        Assert.Equal(("dev", false, 1, 1), (json.RootElement.GetProperty("stack").GetString(), json.RootElement.GetProperty("written").GetBoolean(), json.RootElement.GetProperty("recommendations").GetInt32(), json.RootElement.GetProperty("usable").GetInt32()));
        Assert.Equal(["requests.memory", "limits.memory"], json.RootElement.GetProperty("totals").EnumerateArray().Select(total => total.GetProperty("resource").GetString()));
    }

    [Fact]
    public async Task Numbers_that_would_make_a_plan_that_is_refused_are_not_written()
    {
        _folder.Write("facts.json", Facts.List(Facts.Vpa(Facts.Container("web", "100m", "5Gi", "200m", "9Gi")), Facts.Workload(""" "containers": [{ "name": "web" }] """)));
        var run = await SizingAsync("--facts", "facts.json", "--write");

        Assert.Equal(2, run.Code);
        Assert.EndsWith(" would make a plan that is refused.\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("hardening:namespaces[0].quota.hard[requests.memory]: is more than all workers together have (16Gi) (got \"18Gi\"); lower it (Pulumi.dev.yaml:", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("nothing was written.\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(Plans.Small, StackFile);
    }

    [Fact]
    public async Task A_number_that_others_share_is_not_changed()
    {
        var plan = Plans.Small.Replace("    - name: shop\n      size: Small\n", "    - name: shop\n      size: Small\n      limits: &l { container: { max: { memory: 1Gi } } }\n", StringComparison.Ordinal)
            .Replace("    - name: data\n", "    - name: data\n      limits: *l\n", StringComparison.Ordinal);
        _folder.Write("Pulumi.dev.yaml", plan);
        _folder.Write("facts.json", Web);
        var run = await SizingAsync("--facts", "facts.json", "--write");

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Equal("error: Pulumi.dev.yaml:10:15: is shared by the anchor &l, so that a change here changes other places too; write the value out here, then again\n1 problem; nothing was written.\n", run.Error);
        Assert.Equal(plan, StackFile);
    }

    [Fact]
    public async Task A_file_that_may_not_be_written_is_left_alone()
    {
        _folder.Write("facts.json", Web);
        File.SetAttributes(Path.Combine(_folder.Path, "Pulumi.dev.yaml"), FileAttributes.ReadOnly);

        var run = await SizingAsync("--facts", "facts.json", "--write");

        Assert.Equal((3, "", "error: Pulumi.dev.yaml may not be written; make it writable, or run this again without --write\n"), (run.Code, run.Out, run.Error));
        Assert.Equal(Plans.Small, StackFile);
    }

    [Fact]
    public async Task Standard_input_is_read_where_a_dash_says_so()
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(output, error, _folder.Path, Colours: false, CliRun.Today) { OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(Web)) };

        Assert.Equal(1, await CommandLine.RunAsync(["sizing", "--facts", "-"], terminal));
        Assert.StartsWith("Sizing dev: 1 of 1 recommendations of standard input are usable.\n", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new string[0], 2, $"error: --facts: is missing, and so is --cluster; record with {RecordedBy} > facts.json and name the file, or let --cluster ask kubectl\n1 problem; nothing was written.\n")]
    [InlineData(new[] { "--facts", "x", "--cluster" }, 2, "error: --facts: stands beside --cluster, and recommendations come from one place (got \"x\"); leave one of the two out\n1 problem; nothing was written.\n")]
    [InlineData(new[] { "--facts", "none.json" }, 3, $"error: none.json does not exist; record it with {RecordedBy} > none.json\n")]
    [InlineData(new[] { "--facts", "Pulumi.yaml" }, 2, $"error: --facts: is no JSON (got \"Pulumi.yaml\"); record it with {RecordedBy}\n1 problem; nothing was written.\n")]
    [InlineData(new[] { "--cluster", "--kubectl", "no-such-kubectl" }, 3, $"error: no-such-kubectl cannot be started; install kubectl, or record elsewhere: {RecordedBy} > facts.json, then --facts facts.json\n")]
    public async Task What_is_missing_is_said(string[] args, int code, string error)
    {
        var run = await SizingAsync(args);

        Assert.Equal((code, "", error), (run.Code, run.Out, run.Error));
    }

    [Fact]
    public async Task What_is_compressed_is_read_and_what_is_broken_is_refused()
    {
        using (var zip = new GZipStream(File.Create(Path.Combine(_folder.Path, "facts.json.gz")), CompressionLevel.Fastest))
            zip.Write(Encoding.UTF8.GetBytes(Web));
        File.WriteAllBytes(Path.Combine(_folder.Path, "broken.gz"), [0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

        Assert.StartsWith("Sizing dev: 1 of 1 recommendations of facts.json.gz are usable.\n", (await SizingAsync("--facts", "facts.json.gz")).Out, StringComparison.Ordinal);
        Assert.Equal($"error: --facts: is compressed, and broken (got \"broken.gz\"); record it with {RecordedBy}\n1 problem; nothing was written.\n", (await SizingAsync("--facts", "broken.gz")).Error);
    }

    [Fact]
    public async Task The_cluster_is_asked_through_kubectl()
    {
        _folder.Write("facts.json", Web);
        var run = await SizingAsync("--cluster", "--kubectl", Script("echo \"$@\" > \"$(dirname \"$0\")/asked\"; cat \"$(dirname \"$0\")/facts.json\""));

        Assert.Equal((1, ""), (run.Code, run.Error));
        Assert.StartsWith("Sizing dev: 1 of 1 recommendations of the cluster are usable.\n", run.Out, StringComparison.Ordinal);
        Assert.Equal("get vpa,hpa,deployments,statefulsets,daemonsets,cronjobs,pods,resourcequotas -A -o json --request-timeout=60s\n", File.ReadAllText(Path.Combine(_folder.Path, "asked")));
    }

    [Theory]
    [InlineData("error: the server doesn't have a resource type \\\"vpa\\\"", "error: the server doesn't have a resource type \"vpa\"; install the Vertical Pod Autoscaler, or Goldilocks, which brings it\n")]
    // What kubectl 1.32 wrote for a server that was not there: its log before its own words.
    [InlineData(
        "E1122 23:47:09.815539   24674 memcache.go:265] Unhandled Error err=connection refused\nThe connection to the server localhost:8080 was refused - did you specify the right host or port?",
        "The connection to the server localhost:8080 was refused - did you specify the right host or port?; check that kubectl get namespaces works, or record elsewhere: " + RecordedBy + " > facts.json, then --facts facts.json\n")]
    [InlineData("The connection to the server was refused", "The connection to the server was refused; check that kubectl get namespaces works, or record elsewhere: " + RecordedBy + " > facts.json, then --facts facts.json\n")]
    public async Task What_kubectl_cannot_do_is_said_in_its_words(string said, string error)
    {
        var script = Script($"echo \"{said}\" >&2; exit 1");
        var run = await SizingAsync("--cluster", "--kubectl", script);

        Assert.Equal((3, ""), (run.Code, run.Out));
        Assert.Equal($"error: {script} failed: {error}".Replace("kubectl get namespaces", $"{script} get namespaces", StringComparison.Ordinal), run.Error);
    }

    private string Script(string body)
    {
        var path = _folder.Write("kubectl", $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
