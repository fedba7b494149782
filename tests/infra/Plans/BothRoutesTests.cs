using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Reading;
using Hardening.Infra.StackFiles;
using Hardening.Infra.Stacks;
using Hardening.Infra.Tests.StackFiles;
using Hardening.Preview;

namespace Hardening.Infra.Tests.Plans;

/// <summary>A preview from the stack file and a run by an engine see the same plan.</summary>
public sealed class BothRoutesTests
{
    private const string Template = """
        config:
          hardening:cluster:
            kubernetesVersion: "1.34"
            nodes: [{ name: worker-1, memory: 16Gi, cpu: $ }]
            ciliumVersion: $
            nodeLocalDns: $
            memoryOvercommit: $
          hardening:namespaces:
            - name: shop
              labels: { a: $ }
              quota: { reason: $, hard: { pods: $ } }
              egress: [{ none: true, reason: $ }]
              exemptions: [{ control: pod-security, reason: r, owner: o, expires: $ }]
        """;

    public static TheoryData<string> Scalars { get; } = new(ScalarTests.Table.Select(row => (string)row[0]).Where(text => !text.Contains('\n', StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Scalars))]
    public void A_scalar_gives_the_plan_the_same_values_from_the_file_and_from_the_engine(string written)
    {
        using var folder = new TempFolder();
        folder.Write("Pulumi.yaml", "name: hardening\nruntime: dotnet\n");
        var file = folder.Write("Pulumi.dev.yaml", Template.Replace("$", written, StringComparison.Ordinal));
        var stack = StackConfiguration.Load(PulumiProject.Load(folder.Path), file);

        var offline = PlanReader.Read(PlanSource.Of(stack));
        var texts = stack.Values.ToDictionary(value => value.Key, value => ConfigNode.String(ConfigText.Write(value.Value)), StringComparer.Ordinal);
        var engine = PlanReader.Read(new PlanSource(texts, new HashSet<string>()));

        Assert.Equal(offline.Problems, engine.Problems);
        Assert.Equal(offline.Warnings, engine.Warnings);
        Assert.Equal(Values(offline.Plan), Values(engine.Plan));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_stacks_of_the_documents_are_the_same_by_both_routes(string name)
    {
        var stack = StackConfiguration.Load(PulumiProject.Load(TestFiles.Root), TestFiles.InRepository($"Pulumi.{name}.yaml"));
        var plan = PlanReader.Read(PlanSource.Of(stack)).OrThrow();
        var offline = await StackCapture.RunAsync(options => new HardeningStack(plan, options), new CaptureOptions { Project = "hardening", Stack = name });
        var texts = stack.Values.ToDictionary(value => value.Key, value => ConfigText.Write(value.Value), StringComparer.Ordinal);
        var engine = await StackCapture.RunAsync(
            options => new HardeningStack(EnginePlan.Read(), options),
            new CaptureOptions { Project = "hardening", Stack = name, Config = texts });

        Assert.Empty(engine.Errors);
        Assert.True(offline.Resources.Count > 90);
        Assert.Equal(Text(offline), Text(engine));
    }

    [Fact]
    public async Task A_plan_that_an_engine_hands_over_is_refused_with_every_problem_and_no_stack_trace()
    {
        var captured = await StackCapture.RunAsync(
            options => new HardeningStack(EnginePlan.Read(), options),
            new CaptureOptions { Project = "hardening", Config = new Dictionary<string, string> { ["hardening:namespaces"] = """[{"name":"shop","sise":"Small"}]""" } });

        var error = Assert.Single(captured.Errors);
        Assert.Equal(
            """
            the plan is refused:
              - hardening:cluster: is missing; state at least kubernetesVersion and nodes
              - hardening:namespaces[0].sise: is no key of the plan here; did you mean size?
              - hardening:namespaces[0].podSecurity.version: is not stated, and neither is the version of Kubernetes; state cluster.kubernetesVersion, or a version such as v1.34
              - hardening:namespaces[0].egress: is missing; list where its pods may connect (- none: true for nowhere), or exempt the namespace from egress
            """.ReplaceLineEndings("\n"),
            error.Message.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_section_with_decrypted_secrets_shows_none_of_its_values()
    {
        var sections = new Dictionary<string, ConfigNode>(StringComparer.Ordinal)
        {
            [PlanSections.Cluster] = ConfigNode.String("""{"kubernetesVersion":"1.34","ciliumVersion":"1.19","nodes":[{"name":"a","memory":"1Gi"}]}"""),
            [PlanSections.Namespaces] = ConfigNode.String("""[{"name":"shop","size":"hunter2","egress":[{"fqdn":"hunter2 "},{"dns":{}},{"cidr":"hunter2"}]}]"""),
        };

        var result = PlanReader.Read(new PlanSource(sections, new HashSet<string> { PlanSections.Namespaces }));

        Assert.NotEmpty(result.Problems);
        Assert.DoesNotContain("hunter2", string.Join('\n', result.Problems), StringComparison.Ordinal);
    }

    private static string Values(HardeningPlan plan)
    {
        var space = plan.Namespaces[0];
        return string.Join(
            '|',
            plan.Cluster.Facts.CiliumVersion,
            plan.Cluster.Facts.NodeCpu,
            plan.Cluster.Facts.NodeLocalDns,
            plan.Cluster.MemoryOvercommit,
            space.Args.Quota?.Reason,
            space.Args.Quota?.Hard?.GetValueOrDefault("pods"),
            space.Egress[0].Args.Rules![0].Reason,
            space.Args.Exemptions![0].Expires);
    }

    private static string Text(CapturedStack stack)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        PreviewJson.Write(buffer, stack, []);
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
