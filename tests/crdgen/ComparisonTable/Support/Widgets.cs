using Crdgen.Tests.Samples.Example.V1;
using Hardening.Preview;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.KubernetesCrds.Tests.Support;

namespace Crdgen.Tests.ComparisonTable.Support;

/// <summary>Widgets of the samples: valid but for what a test changes.</summary>
internal static class Widgets
{
    public static WidgetSpecArgs Spec() => new() { Name = "n", Mode = WidgetSpecMode.On, Ports = { new WidgetSpecMorePortsArgs { Number = 80 } }, Right = "r" };

    /// <summary>The spec as an engine is sent it, as JSON with sorted keys.</summary>
    public static async Task<string> SentSpec(WidgetSpecArgs spec)
    {
        var sent = await Sent.By(() => new Widget("it", new WidgetArgs { Spec = spec }));
        const string Before = """{"apiVersion":"samples.example.com/v1","kind":"Widget","spec":""";
        Assert.StartsWith(Before, sent.Inputs, StringComparison.Ordinal);
        return sent.Inputs[Before.Length..^1];
    }

    /// <summary>What a preview says of the widget, as <c>path: message</c>.</summary>
    public static Task<IReadOnlyList<string>> Preview(WidgetSpecArgs spec) =>
        Preview(() => new Widget("it", new WidgetArgs { Metadata = new ObjectMetaArgs { Name = "it", Namespace = "web" }, Spec = spec }));

    public static async Task<IReadOnlyList<string>> Preview(Func<Resource> create)
    {
        var stack = await StackCapture.RunAsync(options => new OneResource(options, create), new CaptureOptions());
        Assert.Empty(stack.Errors);
        return [.. ManifestChecks.Check(stack).Select(finding => finding.Path is null ? finding.Message : $"{finding.Path}: {finding.Message}")];
    }

    private sealed class OneResource : Stack
    {
        public OneResource(StackOptions options, Func<Resource> create)
            : base(options) => create();
    }
}
