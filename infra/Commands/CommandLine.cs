using System.CommandLine;
using System.Globalization;
using Hardening.Infra.Recorded;
using Hardening.Infra.Recorded.Flows;
using Hardening.Infra.Recorded.Sizing;
using Hardening.Infra.Recorded.Workloads;

namespace Hardening.Infra.Commands;

/// <summary>The <c>hardening</c> command: <c>preview</c>, <c>render</c>, <c>report</c>, <c>diff</c>, <c>sizing</c> and <c>schema</c>.</summary>
internal static class CommandLine
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Runs the command and answers with its exit code. Whatever goes wrong is said on standard error in words, never as a stack trace.</summary>
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var root = Build(terminal);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await terminal.Error.WriteLineAsync("error: " + error.Message);
            await terminal.Error.WriteLineAsync("Try 'hardening --help'.");
            return ExitCode.BadInput;
        }

        return await Guard.RunAsync(() => parsed.InvokeAsync(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false }), terminal);
    }

    private static RootCommand Build(Terminal terminal)
    {
        var stack = new Option<string?>("--stack", "-s") { Description = "The stack whose file Pulumi.<stack>.yaml is read; dev unless --config says otherwise.", HelpName = "name" };
        var config = new Option<string?>("--config", "-c") { Description = "A stack file to read instead.", HelpName = "file" };
        var asOf = new Option<DateOnly?>("--as-of")
        {
            Description = "The day by which exemptions expire and recommendations have an age; today by default.",
            HelpName = "yyyy-mm-dd",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                    return day;
                result.AddError($"--as-of: '{text}' is no day; write it as 2027-03-31");
                return null;
            },
        };
        var json = new Option<bool>("--json") { Description = "Write one JSON object to standard output." };
        var output = new Option<string>("--output", "-o") { Description = "The folder for the manifests.", HelpName = "dir", Required = true };
        var check = new Option<bool>("--check") { Description = "Write nothing; say what differs from the folder and exit with 1 if anything does." };

        var preview = new Command("preview", "Show everything that the stack would create.") { stack, config, asOf, json };
        preview.SetAction((parsed, _) => new PreviewCommand(terminal).RunAsync(
            new PlanRequest(parsed.GetValue(stack), parsed.GetValue(config), parsed.GetValue(asOf)), parsed.GetValue(json)));
        var render = new Command("render", "Write everything that the stack would create as manifests for GitOps.") { stack, config, asOf, output, check };
        render.SetAction((parsed, _) => new RenderCommand(terminal).RunAsync(
            new PlanRequest(parsed.GetValue(stack), parsed.GetValue(config), parsed.GetValue(asOf)), parsed.GetRequiredValue(output), parsed.GetValue(check)));

        var facts = new Option<string?>("--facts", "-f") { Description = $"What was recorded with {RbacFile.RecordedBy}.", HelpName = "file" };
        var dashboard = new Command("dashboard-access", "Say whether the dashboard has the rights of the plan and no others.") { stack, config, facts };
        dashboard.SetAction((parsed, _) => new DashboardReportCommand(terminal).RunAsync(
            new PlanRequest(parsed.GetValue(stack), parsed.GetValue(config), null), parsed.GetValue(facts)));
        var security = new Command("security-contexts", "Print the security context of every workload that states one, as a Markdown table.") { stack, config };
        security.SetAction((parsed, _) => new SecurityReportCommand(terminal).RunAsync(new PlanRequest(parsed.GetValue(stack), parsed.GetValue(config), null)));
        var pods = new Option<string?>("--facts", "-f") { Description = $"What was recorded with {PodsFile.RecordedBy}.", HelpName = "file" };
        var spread = new Command("spread", "Say whether the pods of the workloads that the plan spreads are on more than one node.") { stack, config, pods };
        spread.SetAction((parsed, _) => new SpreadReportCommand(terminal).RunAsync(
            new PlanRequest(parsed.GetValue(stack), parsed.GetValue(config), null), parsed.GetValue(pods)));
        var recordedSecrets = new Option<string?>("--facts", "-f") { Description = $"What was recorded with {SecretsFile.RecordedBy}.", HelpName = "file" };
        var secrets = new Command("secrets", "Say whether every secret of the cluster is sealed, or known to be made by something else; reads names, never values.") { stack, config, recordedSecrets };
        secrets.SetAction((parsed, _) => new SecretsReportCommand(terminal).RunAsync(
            new PlanRequest(parsed.GetValue(stack), parsed.GetValue(config), null), parsed.GetValue(recordedSecrets)));
        var done = new Command("definition-of-done", "Say for each namespace and control which object satisfies it, or what is missing.") { stack, config, asOf, json };
        done.SetAction((parsed, _) => new DoneReportCommand(terminal).RunAsync(
            new PlanRequest(parsed.GetValue(stack), parsed.GetValue(config), parsed.GetValue(asOf)), parsed.GetValue(json)));
        var report = new Command("report", "Say what the plan amounts to, and hold what was recorded in the cluster against it.") { dashboard, security, spread, secrets, done };

        var drift = new Option<string?>("--check") { Description = "Print nothing; exit with 1 if this file is not the schema.", HelpName = "file" };
        var schema = new Command("schema", "Print the JSON Schema of stack files, for editors.") { drift };
        schema.SetAction((parsed, _) => new SchemaCommand(terminal).RunAsync(parsed.GetValue(drift)));

        var first = new Argument<string>("a") { Description = "A stack's name, or a stack file." };
        var second = new Argument<string>("b") { Description = "Another." };
        var diff = new Command("diff", "Show where two stacks differ, and which is stricter.") { first, second, json };
        diff.SetAction((parsed, _) => new DiffCommand(terminal).RunAsync(parsed.GetRequiredValue(first), parsed.GetRequiredValue(second), parsed.GetValue(json)));

        var workloads = new Option<string[]>("--facts", "-f") { Description = $"What was recorded with {WorkloadFiles.RecordedBy}; - is standard input. May be given several times.", HelpName = "file", Arity = ArgumentArity.ZeroOrMore };
        var flows = new Option<string[]>("--flows") { Description = $"Flows recorded with {FlowFiles.RecordedBy}, or by Hubble's exporter. May be given several times.", HelpName = "file", Arity = ArgumentArity.ZeroOrMore };
        var audit = new Command("audit", "Say what of a recorded cluster would break if every control of the plan were enforced.") { stack, config, asOf, json, workloads, flows };
        audit.SetAction((parsed, _) => new AuditCommand(terminal).RunAsync(
            new PlanRequest(parsed.GetValue(stack), parsed.GetValue(config), parsed.GetValue(asOf)), parsed.GetValue(workloads) ?? [], parsed.GetValue(flows) ?? [], parsed.GetValue(json)));

        var recorded = new Option<string?>("--facts", "-f") { Description = $"What was recorded with {SizingFacts.RecordedBy}; - reads it from standard input.", HelpName = "file" };
        var cluster = new Option<bool>("--cluster") { Description = "Ask the cluster through kubectl instead." };
        var kubectl = new Option<string>("--kubectl") { Description = "The program that asks it.", HelpName = "program", DefaultValueFactory = _ => "kubectl" };
        var write = new Option<bool>("--write") { Description = "Put the numbers into the stack file." };
        var sizing = new Command("sizing", "Propose limits and quotas by what vertical pod autoscalers, or Goldilocks, recommend.") { stack, config, asOf, recorded, cluster, kubectl, write, json };
        sizing.SetAction((parsed, _) => new SizingCommand(terminal).RunAsync(
            new PlanRequest(parsed.GetValue(stack), parsed.GetValue(config), parsed.GetValue(asOf)),
            new SizingRequest(parsed.GetValue(recorded), parsed.GetValue(cluster), parsed.GetValue(kubectl)!, parsed.GetValue(write), parsed.GetValue(json))));

        return new RootCommand("Kubernetes hardening from one typed plan: preview and render it here, deploy it with pulumi up.") { preview, render, audit, report, diff, sizing, schema };
    }
}
