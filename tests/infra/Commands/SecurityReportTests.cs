using Hardening.Infra.Tests.StackFiles;

namespace Hardening.Infra.Tests.Commands;

public sealed class SecurityReportTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_summary_of_both_stacks_is_that_of_the_hardening_document(string stack)
    {
        var run = await CliRun.RunAsync(TestFiles.Root, "report", "security-contexts", "--stack", stack);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(
            """
            | Workload | runAsNonRoot | readOnlyRootFilesystem | Privileged | Reason |
            | --- | --- | --- | --- | --- |
            | cloudflared | Yes (65532) | Yes | No | Network-only, no special access needed |
            | echo | Yes (65534) | Yes | No | Stateless test service |
            | llamacpp | — | — | No | Drops all capabilities; needs GPU device |
            | rkllama | — | — | Yes | Requires privileged access to the NPU's device and its driver's files |
            | rkllama (nginx) | — | — | No | Drops capabilities, adds NET_BIND_SERVICE |
            | kernel-settings | — | — | Yes | Needs sysctl and host filesystem access |

            """.ReplaceLineEndings("\n"),
            run.Out);
    }

    [Fact]
    public async Task A_plan_without_security_contexts_is_a_finding()
    {
        var run = await ReportAsync("");

        Assert.Equal((1, ""), (run.Code, run.Out));
        Assert.EndsWith("finding: no workload of the plan states a security context\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bar_in_a_reason_does_not_break_the_table()
    {
        var run = await ReportAsync("security: { profile: Restricted, reason: a | b }");

        Assert.EndsWith("| web | Yes | — | No | a \\| b |\n", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("profile: DropAll", "restricted", "Enforce", "error: hardening:namespaces[0].workloads[0].security.profile: is of level baseline, and the namespace enforces restricted, which refuses its pods (got \"DropAll\"); choose a stricter profile, or move the workload to a namespace of that level (Pulumi.dev.yaml:")]
    [InlineData("profile: Privileged", "baseline", "Audit", "error: hardening:namespaces[0].workloads[0].security.owner: an exemption needs an owner; name who answers for it (Pulumi.dev.yaml:")]
    [InlineData("profile: Restricted, podSelector: a", "baseline", "Audit", "error: hardening:namespaces[0].workloads[0].security.podSelector: is no key of the plan here; known here: ")]
    public async Task What_the_namespaces_standard_does_not_allow_is_refused_at_its_place(string profile, string level, string mode, string expected)
    {
        var run = await ReportAsync($"security: {{ {profile}, reason: r }}", level, mode);

        Assert.Equal(2, run.Code);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    private static async Task<CliRun> ReportAsync(string security, string level = "restricted", string mode = "Audit")
    {
        using var folder = new TempFolder();
        folder.Write("Pulumi.yaml", Plans.Project);
        folder.Write("Pulumi.dev.yaml", $$"""
            config:
              hardening:cluster:
                kubernetesVersion: "1.34"
                kyvernoVersion: "1.19.0"
                ciliumVersion: "1.19.4"
                nodes: [{ name: worker-1, memory: 16Gi }]
              hardening:namespaces:
                - name: shop
                  podSecurity: { level: {{level}} }
                  modes: { pod-security: {{mode}} }
                  egress: [{ none: true }]
                  workloads:
                    - name: web
                      podSelector: { app: web }
                      {{security}}
            """);
        return await CliRun.RunAsync(folder.Path, "report", "security-contexts");
    }
}
