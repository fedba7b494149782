using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Reading;
using Hardening.Infra.StackFiles;
using Hardening.Infra.Stacks;
using Hardening.Preview;

namespace Hardening.Infra.Tests.Stacks;

/// <summary>The stacks that this repository describes, as they are captured.</summary>
internal static class RepositoryStack
{
    public static Task<CapturedStack> CaptureAsync(string stack)
    {
        var plan = PlanReader.Read(PlanSource.Of(StackConfiguration.Load(PulumiProject.Load(TestFiles.Root), TestFiles.InRepository($"Pulumi.{stack}.yaml")))).OrThrow();
        return StackCapture.RunAsync(options => new HardeningStack(plan, options), new CaptureOptions { Project = "hardening", Stack = stack });
    }
}
