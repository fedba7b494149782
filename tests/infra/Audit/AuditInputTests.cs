using System.IO.Compression;
using System.Text;
using FsCheck.Xunit;
using Hardening.Infra.Tests.Commands;
using Hardening.Infra.Tests.StackFiles;

namespace Hardening.Infra.Tests.Audit;

/// <summary>What is no recording is refused in words; what is one is read however it comes.</summary>
public sealed class AuditInputTests : IDisposable
{
    private const string RecordWorkloads = "record it with kubectl get pods,deployments,statefulsets,daemonsets,replicasets,jobs,cronjobs -A -o json";
    private const string RecordFlows = "record it with hubble observe --follow -o jsonpb";
    private const string Pod = """{ "kind": "Pod", "metadata": { "name": "web", "namespace": "shop" }, "spec": { "containers": [] } }""";
    private const string Flow = """{"flow":{"verdict":"FORWARDED","traffic_direction":"EGRESS","is_reply":false,"source":{"namespace":"shop"},"IP":{"destination":"192.0.2.1"},"l4":{"TCP":{"destination_port":443}}}}""";

    private readonly TempFolder _folder = new();

    public AuditInputTests()
    {
        _folder.Write("Pulumi.yaml", Commands.Plans.Project);
        _folder.Write("Pulumi.dev.yaml", Commands.Plans.Small);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "--facts facts.json: line 1: is no JSON")]
    [InlineData("NAME READY\nweb 1/1", "--facts facts.json: line 1: is no JSON")]
    [InlineData("[1]", "--facts facts.json: is no list of Kubernetes objects")]
    [InlineData("{}", "--facts facts.json: is no list of Kubernetes objects")]
    [InlineData("""{ "kind": "List" }""", "--facts facts.json: is no list of Kubernetes objects")]
    [InlineData("""{ "items": 5 }""", "--facts facts.json: items: is no list")]
    [InlineData("""{ "items": [5] }""", "--facts facts.json: items: holds something that is no object")]
    [InlineData("""{ "items": [{}] }""", "--facts facts.json: items[0]: is no object as Kubernetes has it")]
    [InlineData("""{ "items": [] }""", "--facts facts.json: holds no pod and no controller of pods, so that it would prove nothing")]
    [InlineData("""{ "items": [{ "kind": "Service", "metadata": {} }] }""", "--facts facts.json: holds no pod and no controller of pods, so that it would prove nothing")]
    [InlineData("""{ "items": [{ "kind": "Pod", "metadata": { "name": "web" }, "spec": {} }] }""", "--facts facts.json: items[0]: is no object as Kubernetes has it")]
    [InlineData("""{ "items": [{ "kind": "Pod", "metadata": { "name": "web", "namespace": "shop" }, "spec": { "containers": [{ "name": "a", "image": 5 }] } }] }""", "--facts facts.json: items[0]: is no object as Kubernetes has it")]
    [InlineData("""{ "items": [{ "kind": "Deployment", "metadata": { "name": "web", "namespace": "shop" }, "spec": { "replicas": "many" } }] }""", "--facts facts.json: items[0]: is no object as Kubernetes has it")]
    [InlineData("{ \"items\": [" + Pod, "--facts facts.json: ends before its JSON does")]
    [InlineData("{ \"items\": [" + Pod + "] } { }", "--facts facts.json: line 1: is no JSON")]
    public async Task Facts_that_are_none_are_refused(string facts, string problem)
    {
        _folder.Write("facts.json", facts);
        var run = await AuditAsync("--facts", "facts.json");

        Assert.Equal((2, "", $"error: {problem}; {RecordWorkloads}\n1 problem; nothing was written.\n"), (run.Code, run.Out, run.Error));
    }

    [Theory]
    [InlineData("", "--flows flows.jsonl: holds no flow, so that it would prove nothing")]
    [InlineData("{\"node_status\":{}}\n", "--flows flows.jsonl: holds no flow, so that it would prove nothing")]
    [InlineData("hello\n", "--flows flows.jsonl: line 1: is no JSON")]
    [InlineData(Flow + "\n5\n", "--flows flows.jsonl: line 2: is no flow as Hubble writes it")]
    [InlineData(Flow + "\n{\"kind\":\"List\"}\n", "--flows flows.jsonl: line 2: is no flow as Hubble writes it")]
    [InlineData(Flow + "\n{\"flow\":{\"verdict\":5}}\n", "--flows flows.jsonl: line 2: is no flow as Hubble writes it")]
    public async Task Flows_that_are_none_are_refused(string flows, string problem)
    {
        _folder.Write("flows.jsonl", flows);
        var run = await AuditAsync("--flows", "flows.jsonl");

        Assert.Equal((2, "", $"error: {problem}; {RecordFlows}\n1 problem; nothing was written.\n"), (run.Code, run.Out, run.Error));
    }

    [Fact]
    public async Task A_file_without_flows_is_told_beside_one_that_is_wrong()
    {
        _folder.Write("wrong.jsonl", "no\n");
        _folder.Write("empty.jsonl", "");
        var run = await AuditAsync("--flows", "wrong.jsonl", "--flows", "empty.jsonl");

        Assert.Equal(
            (2, $"error: --flows wrong.jsonl: line 1: is no JSON; {RecordFlows}\nerror: --flows empty.jsonl: holds no flow, so that it would prove nothing; {RecordFlows}\n2 problems; nothing was written.\n"),
            (run.Code, run.Error));
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_file_is_told_at_once()
    {
        _folder.Write("facts.json", """{ "items": [{ "kind": "Pod" }, { "kind": 5 }] }""");
        _folder.Write("more.json", "no");
        var run = await AuditAsync("--facts", "facts.json", "--facts", "more.json");

        Assert.Equal(2, run.Code);
        Assert.Equal(
            $"""
            error: --facts facts.json: items[0]: is no object as Kubernetes has it; {RecordWorkloads}
            error: --facts facts.json: items[1]: is no object as Kubernetes has it; {RecordWorkloads}
            error: --facts more.json: line 1: is no JSON; {RecordWorkloads}
            3 problems; nothing was written.

            """.ReplaceLineEndings("\n"),
            run.Error);
    }

    [Fact]
    public async Task What_is_not_there_is_named_with_the_command_that_records_it()
    {
        var file = await AuditAsync("--facts", "none.json");
        var nothing = await AuditAsync();

        Assert.Equal((3, $"error: none.json does not exist; {RecordWorkloads} > none.json\n"), (file.Code, file.Error));
        Assert.Equal(3, nothing.Code);
        Assert.StartsWith("error: nothing was recorded to judge; record the workloads with kubectl get pods,", nothing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_is_read_once_and_may_be_compressed()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes("{ \"items\": [" + Pod + "] }"));
        packed.Position = 0;
        var run = await CliRun.RunAsync(_folder.Path, colours: false, packed, "audit", "--facts", "-");
        var twice = await AuditAsync("--facts", "-", "--flows", "-");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("    1 pods and 1 workloads in 1 namespaces, from -\n", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("\nNothing that was recorded would break.\n", run.Out, StringComparison.Ordinal);
        Assert.Equal((2, "error: --facts: is standard input, which can be read once (got \"-\"); name a file for all but one\n1 problem; nothing was written.\n"), (twice.Code, twice.Error));
    }

    [Fact]
    public async Task A_recording_that_arrives_in_pieces_is_the_same_recording()
    {
        foreach (var (option, file) in new[] { ("--facts", "homelab.json"), ("--flows", "homelab.flows.jsonl") })
        {
            var bytes = await File.ReadAllBytesAsync(TestFiles.PathOf("Audit", "Recordings", file));
            var whole = await CliRun.RunAsync(TestFiles.Root, colours: false, new MemoryStream(bytes), "audit", option, "-");
            var pieces = await CliRun.RunAsync(TestFiles.Root, colours: false, new TrickleStream(bytes), "audit", option, "-");

            Assert.Equal((1, ""), (whole.Code, whole.Error));
            Assert.Equal(whole, pieces);
        }
    }

    [Fact]
    public async Task What_was_packed_and_is_damaged_is_refused()
    {
        File.WriteAllBytes(Path.Combine(_folder.Path, "facts.json.gz"), [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xff, 0xff, 0xff]);
        var run = await AuditAsync("--facts", "facts.json.gz");

        Assert.Equal((2, $"error: --facts facts.json.gz: is damaged: what gzip packed cannot be unpacked; {RecordWorkloads}\n1 problem; nothing was written.\n"), (run.Code, run.Error));
    }

    [Fact]
    public async Task What_was_recorded_moves_no_cursor()
    {
        _folder.Write("facts.json", """{ "items": [{ "kind": "Pod", "metadata": { "name": "\u001b[2J\nweb", "namespace": "shop" }, "spec": { "hostNetwork": true, "containers": [] } }] }""");
        var run = await AuditAsync("--facts", "facts.json");

        Assert.Equal(1, run.Code);
        Assert.Contains("    shop Pod/\uFFFD[2J\uFFFDweb\n        pod-security: pod sets hostNetwork, which baseline forbids; remove hostNetwork\n", run.Out, StringComparison.Ordinal);
    }

    /// <summary>A recording that was cut anywhere, or in which any byte was replaced, is judged or refused, and never a defect.</summary>
    [Property(MaxTest = 150)]
    public void Damage_anywhere_is_no_defect(int cut, byte other, bool isCut)
    {
        var whole = File.ReadAllBytes(TestFiles.PathOf("Audit", "Recordings", "homelab.json"));
        var at = (int)((uint)cut % whole.Length);
        var bytes = isCut ? whole[..at] : [.. whole[..at], other, .. whole[(at + 1)..]];
        using var folder = new TempFolder();
        folder.Write("Pulumi.yaml", Commands.Plans.Project);
        folder.Write("Pulumi.dev.yaml", Commands.Plans.Small);
        var run = CliRun.RunAsync(folder.Path, colours: false, new MemoryStream(bytes), "audit", "--facts", "-").GetAwaiter().GetResult();

        Assert.InRange(run.Code, 0, 2);
    }

    private Task<CliRun> AuditAsync(params string[] args) => CliRun.RunAsync(_folder.Path, ["audit", .. args]);
}
