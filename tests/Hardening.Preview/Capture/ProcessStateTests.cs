namespace Hardening.Preview.Tests.Capture;

/// <summary>What belongs to the whole process is looked at while no other test runs.</summary>
[Collection(nameof(ProcessStateTests))]
[CollectionDefinition(nameof(ProcessStateTests), DisableParallelization = true)]
public class ProcessStateTests
{
    [Fact]
    public async Task The_environment_is_as_before()
    {
        var before = Environment.GetEnvironmentVariable("PULUMI_CONFIG");

        await Run.AnyAsync(() => throw new InvalidOperationException("boom"), new CaptureOptions { Config = new Dictionary<string, string> { ["project:key"] = "value" } });

        Assert.Equal(before, Environment.GetEnvironmentVariable("PULUMI_CONFIG"));
        Assert.Equal(0, Environment.ExitCode);
    }
}
