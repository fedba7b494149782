using Hardening.Infra.Commands;
using Hardening.Infra.Stacks;

// An engine that runs this program says where it listens; without one this is the hardening command.
return string.IsNullOrEmpty(Environment.GetEnvironmentVariable("PULUMI_MONITOR"))
    ? await CommandLine.RunAsync(args, Terminal.OfProcess())
    : await Pulumi.Deployment.RunAsync<HardeningStack>();
