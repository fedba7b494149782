using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Hardening.Infra.Tests.Workflows;

/// <summary>What keeps the workflows from being a way into the cluster.</summary>
public sealed class WorkflowTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private static IEnumerable<(string Name, Workflow Workflow, YamlMappingNode Job)> Jobs =>
        Workflow.All.SelectMany(workflow => workflow.Jobs.Select(job => ($"{workflow.Name}: {job.Key}", workflow, job.Value)));

    private static IEnumerable<(string Job, YamlMappingNode Step)> Steps => Jobs.SelectMany(job => Workflow.Steps(job.Job).Select(step => (job.Name, step)));

    [Fact]
    public void Nothing_is_granted_unless_a_job_states_it()
    {
        Assert.Equal(["check.yml", "deploy.yml", "stack.yml"], Workflow.All.Select(workflow => workflow.Name));
        Assert.All(Workflow.All, workflow => Assert.Empty(Assert.IsType<YamlMappingNode>(Workflow.At(workflow.Root, "permissions")).Children));
        Assert.All(Jobs, job => Assert.True(Workflow.At(job.Job, "permissions") is YamlMappingNode { Children.Count: > 0 }, job.Name));
    }

    [Fact]
    public void The_only_rights_beyond_reading_are_an_identity_for_deployments_and_a_comment_by_a_job_that_runs_nothing_of_the_pull_request()
    {
        var rights = Jobs.SelectMany(job => Workflow.Members(Workflow.At(job.Job, "permissions")).Where(right => right.Value.ToString() != "read").Select(right => $"{job.Name}: {right.Key} {right.Value}"));

        Assert.Equal(
            ["check.yml: comment: pull-requests write", "deploy.yml: dev: id-token write", "deploy.yml: prod-preview: id-token write", "deploy.yml: prod: id-token write", "stack.yml: pulumi: id-token write"],
            rights);
        var comment = Workflow.All.Single(workflow => workflow.Name == "check.yml").Jobs["comment"];
        Assert.Equal(["actions/download-artifact"], Workflow.Steps(comment).Select(step => Workflow.At(step, "uses")?.ToString().Split('@')[0]).OfType<string>());
        Assert.DoesNotContain("dotnet", Workflow.At(Workflow.Steps(comment).Last(), "run")!.ToString(), StringComparison.Ordinal);
        Assert.Contains("github.event.pull_request.head.repo.full_name == github.repository", Workflow.At(comment, "if")!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pull_request_starts_nothing_that_has_an_identity_or_an_environment()
    {
        Assert.All(Workflow.All, workflow => Assert.DoesNotContain(workflow.Triggers, trigger => trigger is "pull_request_target" or "workflow_run" or "issue_comment"));
        var checks = Workflow.All.Where(workflow => workflow.Triggers.Contains("pull_request", StringComparer.Ordinal)).ToList();
        Assert.Equal(["check.yml"], checks.Select(workflow => workflow.Name));
        Assert.All(checks.SelectMany(workflow => workflow.Jobs.Values), job =>
        {
            Assert.Null(Workflow.At(job, "environment"));
            Assert.Null(Workflow.At(job, "uses"));
            Assert.Null(Workflow.At(job, "permissions", "id-token"));
        });
    }

    [Fact]
    public void There_are_no_stored_credentials() =>
        Assert.All(Workflow.All, workflow => Assert.DoesNotMatch(@"\bsecrets\b", string.Join('\n', workflow.Text.Split('\n').Where(line => !line.TrimStart().StartsWith('#')))));

    [Fact]
    public void No_script_is_put_together_from_text_of_others()
    {
        var scripts = Steps.Where(step => Workflow.At(step.Step, "run") is not null).ToList();

        Assert.True(scripts.Count >= 8, $"only {scripts.Count} scripts");
        Assert.All(scripts, step => Assert.DoesNotContain("${{", Workflow.At(step.Step, "run")!.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_action_is_pinned_by_its_commit_and_says_the_version()
    {
        var uses = Workflow.All.SelectMany(workflow => workflow.Text.Split('\n')).Where(line => line.Contains("uses:", StringComparison.Ordinal)).Select(line => line[(line.IndexOf("uses:", StringComparison.Ordinal) + 5)..].Trim()).ToList();
        var actions = uses.Where(use => !use.StartsWith("./.github/workflows/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(actions);
        Assert.All(actions, use => Assert.Matches(@"^[a-z-]+/[a-z-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+$", use));
        Assert.All(actions.Distinct(StringComparer.Ordinal).GroupBy(use => use.Split('@')[0], StringComparer.Ordinal), action => Assert.Single(action));
        using var renovate = JsonDocument.Parse(File.ReadAllText(TestFiles.InRepository("renovate.json")));
        Assert.Contains("helpers:pinGitHubActionDigests", renovate.RootElement.GetProperty("extends").EnumerateArray().Select(preset => preset.GetString()));
    }

    [Fact]
    public void A_checkout_leaves_no_token_behind() =>
        Assert.All(Steps.Where(step => Workflow.At(step.Step, "uses")?.ToString().StartsWith("actions/checkout@", StringComparison.Ordinal) == true), step => Assert.Equal("false", Workflow.At(step.Step, "with", "persist-credentials")?.ToString()));

    [Fact]
    public void Everything_is_built_with_the_official_SDK()
    {
        Assert.All(Jobs.Where(job => Workflow.Steps(job.Job).Any(step => Regex.IsMatch(Workflow.At(step, "run")?.ToString() ?? "", @"\bdotnet (build|test)\b", RegexOptions.ExplicitCapture, Timeout))), job =>
        {
            Assert.Equal("official", (Workflow.At(job.Job, "env", "PulumiSdk") ?? Workflow.At(job.Workflow.Root, "env", "PulumiSdk"))?.ToString());
            Assert.All(
                Workflow.Steps(job.Job).Select(step => Workflow.At(step, "run")?.ToString() ?? "").Where(run => run.Contains("dotnet ", StringComparison.Ordinal)),
                run => Assert.Contains("-p:PulumiSdk=official", run, StringComparison.Ordinal));
        });
        Assert.Contains(Steps, step => Workflow.At(step.Step, "run")?.ToString() == "dotnet test Hardening.sln --no-build -p:PulumiSdk=official");
    }

    [Fact]
    public void Deployments_go_one_after_the_other_and_prod_waits_for_dev_and_for_what_it_would_change()
    {
        var stack = Workflow.All.Single(workflow => workflow.Name == "stack.yml").Jobs["pulumi"];
        Assert.Equal("stack-${{ inputs.stack }}", Workflow.At(stack, "concurrency", "group")!.ToString());
        Assert.Equal("false", Workflow.At(stack, "concurrency", "cancel-in-progress")!.ToString());
        Assert.Equal("${{ inputs.environment }}", Workflow.At(stack, "environment")!.ToString());
        var deploy = Workflow.All.Single(workflow => workflow.Name == "deploy.yml");
        Assert.Equal("main", Workflow.At(deploy.Root, "on", "push", "branches")![0].ToString());
        Assert.Equal(
            ["dev needs nothing: up dev in dev", "prod-preview needs dev: preview prod in prod-preview", "prod needs prod-preview: up prod in prod"],
            deploy.Jobs.Select(job => $"{job.Key} needs {Workflow.At(job.Value, "needs")?.ToString() ?? "nothing"}: {Workflow.At(job.Value, "with", "command")} {Workflow.At(job.Value, "with", "stack")} in {Workflow.At(job.Value, "with", "environment")}"));
    }
}
