using System.Buffers;
using System.Text;
using System.Text.Json;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Utilities;

namespace Hardening.Preview.Tests.Text;

public class PreviewTextTests
{
    [Fact]
    public async Task The_tree_reads_like_a_preview_of_pulumi()
    {
        var stack = await SampleAsync();
        var findings = Findings(stack);

        Expected.Matches(PreviewText.Render(PreviewTree.Build(stack, findings), findings), "preview.expected.txt");
    }

    [Fact]
    public async Task The_json_has_every_resource_and_no_secret()
    {
        var stack = await SampleAsync();
        var output = new ArrayBufferWriter<byte>();
        PreviewJson.Write(output, stack, Findings(stack));
        var text = Encoding.UTF8.GetString(output.WrittenSpan);

        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(text).RootElement.ValueKind);
        Expected.Matches(text + "\n", "preview.expected.json");
    }

    [Fact]
    public async Task The_counts_say_what_would_happen()
    {
        var counts = PreviewTree.Build(await SampleAsync(), []).Counts;

        Assert.Equal((6, 1, 1), (counts[PreviewOperation.Create], counts[PreviewOperation.Read], counts[PreviewOperation.Patch]));
    }

    [Fact]
    public async Task A_program_that_failed_before_any_resource_still_renders()
    {
        var stack = await Run.AnyAsync(() => throw new InvalidOperationException("boom\nsecond line"));
        var text = PreviewText.Render(PreviewTree.Build(stack, stack.Errors), stack.Errors);

        Assert.EndsWith("Errors:\n  - boom\n    second line\n", text, StringComparison.Ordinal);
    }

    private static Task<CapturedStack> SampleAsync() => Run.WellAsync(() =>
    {
        var phase = new Group("phase-2", new ComponentResourceOptions { Protect = true });
        var vault = new Group("vault", new ComponentResourceOptions { Parent = phase });
        var ns = new Namespace("vault-namespace", new NamespaceArgs { Metadata = new ObjectMetaArgs { Name = "vault" } }, new CustomResourceOptions { Parent = vault, RetainOnDelete = true });
        _ = new ConfigMap("vault-config", new ConfigMapArgs
        {
            Metadata = new ObjectMetaArgs { Name = "config", Namespace = "vault" },
            Data = { { "a", Output.CreateSecret("hunter2") }, { "b", OutputUtilities.CreateUnknown("") }, { "c", "1\n2" } },
        }, new CustomResourceOptions { Parent = vault, DependsOn = { ns } });
        _ = new NamespacePatch("system", new NamespacePatchArgs { Metadata = new ObjectMetaPatchArgs { Name = "kube-system" } }, new CustomResourceOptions { Parent = phase });
        _ = ConfigMap.Get("existing", "kube-system/cluster");
        _ = new Namespace("alone", new NamespaceArgs { Metadata = new ObjectMetaArgs { Name = "Alone" } });
    });

    private static List<Finding> Findings(CapturedStack stack) =>
    [
        Finding.About(stack.Named("alone"), FindingIds.NameInvalid, FindingSeverity.Error, "metadata.name", "a name is lower case (got \"Alone\")", "give it another name"),
        new Finding("plan.warning", FindingSeverity.Warning, null, "hardening:namespaces[3]", "is exempt until tomorrow", null),
        Finding.About(stack.Named("vault-config"), FindingIds.UnknownNotChecked, FindingSeverity.Info, null, "1 value(s) are not known"),
    ];
}
