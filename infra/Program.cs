using Hardening.Infra.Commands;
using Hardening.Infra.Stacks;

// An engine that runs this program says where it listens; without one this is the hardening command.
if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("PULUMI_MONITOR")))
{
    // A command is over before garbage matters: 1,000 namespaces fit into this region, and beyond it the collector works as usual.
    const long Region = 200L << 20;
    if (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >= 10 * Region)
        GC.TryStartNoGCRegion(Region);
    return await CommandLine.RunAsync(args, Terminal.OfProcess());
}

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
