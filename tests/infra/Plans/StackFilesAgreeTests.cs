using Hardening.Infra.Plans;
using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Tests.Plans;

public sealed class StackFilesAgreeTests
{
    [Fact]
    public void Dev_and_prod_differ_in_their_rollout_alone()
    {
        var project = PulumiProject.Load(TestFiles.Root);
        var dev = StackConfiguration.Load(project, TestFiles.InRepository("Pulumi.dev.yaml")).Values;
        var prod = StackConfiguration.Load(project, TestFiles.InRepository("Pulumi.prod.yaml")).Values;

        Assert.Equal(dev.Keys, prod.Keys);
        var differing = dev.Keys.Where(key => ConfigText.Write(dev[key]) != ConfigText.Write(prod[key]));
        Assert.Equal([PlanSections.Rollout], differing);
        Assert.All(prod[PlanSections.Rollout].Members.Values, mode => Assert.Equal("Enforce", mode.Text));
    }
}
