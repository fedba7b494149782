using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Hardening.Infra.Reports;
using Hardening.Infra.Tests.Commands;

namespace Hardening.Infra.Tests.Reports;

/// <summary>On a terminal nothing is cut within a word; files and pipes get lines as they are.</summary>
public sealed class LineFoldingTests
{
    [Theory]
    [InlineData("short enough", "short enough")]
    [InlineData("    a note that is longer than forty columns, by far", "    a note that is longer than forty\n        columns, by far")]
    [InlineData("    egress  done  CiliumNetworkPolicy shop/egress spec.enableDefaultDeny", "    egress  done  CiliumNetworkPolicy\n                  shop/egress\n                  spec.enableDefaultDeny")]
    [InlineData("    egress  done  Namespace shop metadata.labels[pod-security]=x", "    egress  done  Namespace shop\n        metadata.labels[pod-security]=x")]
    [InlineData("see https://kubernetes.io/docs/concepts/policy/resource-quotas first", "see\n    https://kubernetes.io/docs/concepts/policy/resource-quotas\n    first")]
    [InlineData("https://kubernetes.io/docs/concepts/policy/resource-quotas", "https://kubernetes.io/docs/concepts/policy/resource-quotas")]
    [InlineData("        - { namespace: data, pods: { app: postgres }, ports: [5432/TCP] }", "        - { namespace: data, pods: { app: postgres }, ports: [5432/TCP] }")]
    public void A_line_folds_between_words(string line, string folded) => Assert.Equal(folded, LineFolding.Fold(line, 40));

    [Property]
    public Property Folding_keeps_every_word_and_only_single_words_are_wider() =>
        Prop.ForAll(
            Gen.Elements(" ", "  ", "    ", "\n", "a", "Enforce", "cert-manager", "metadata.labels[pod-security.kubernetes.io/enforce]", "- {").ArrayOf().ToArbitrary(),
            Gen.Choose(40, 120).ToArbitrary(),
            (parts, width) =>
            {
                var text = string.Concat(parts);
                var lines = LineFolding.Fold(text, width).Split('\n');
                return Words(string.Join('\n', lines)).SequenceEqual(Words(text))
                    && lines.All(line => line.Length <= width || line.TrimStart().StartsWith("- {", StringComparison.Ordinal) || !line.Trim(' ').Contains(' ', StringComparison.Ordinal));
            });

    [Fact]
    public async Task A_preview_fits_a_narrow_terminal()
    {
        var run = await CliRun.RunAsync(TestFiles.Root, width: 80, "preview", "--as-of", "2026-11-22");

        Assert.Equal(0, run.Code);
        Assert.DoesNotContain(run.Out.Split('\n'), line => line.Length > 80);
        Assert.Contains(" ~      │  ├─ NamespacePatch       cert-manager [retain]\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("    hardening:spread.workloads[4].replicas: grafana has one replica: the\n        constraints have no effect until it has two (Pulumi.dev.yaml:", run.Out, StringComparison.Ordinal);
    }

    private static string[] Words(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
