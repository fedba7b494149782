using Hardening.Infra.Commands;
using Hardening.Infra.Stacks;

// An engine that runs this program says where it listens; without one this is the hardening command.
if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("PULUMI_MONITOR")))
    return await CommandLine.RunAsync(args, Terminal.OfProcess());

try
{
    return await Pulumi.Deployment.RunAsync<HardeningStack>();
}
catch (InvalidOperationException error)
{
    // The runtime cannot deploy, or there is no engine: its message says what to do.
    await Console.Error.WriteLineAsync("error: " + error.Message);
    return ExitCode.Environment;
}
