namespace Hardening.Preview.Tests.Support;

/// <summary>Runs programs for capture.</summary>
public static class Run
{
    public static Task<CapturedStack> AnyAsync(Action program, CaptureOptions? options = null)
        => StackCapture.RunAsync(stackOptions => new ProgramStack(stackOptions, program), options ?? new CaptureOptions { Project = "tests", Stack = "dev" });

    /// <summary>Runs a program that must not fail.</summary>
    public static async Task<CapturedStack> WellAsync(Action program, CaptureOptions? options = null)
    {
        var stack = await AnyAsync(program, options);
        Assert.Empty(stack.Errors);
        return stack;
    }

    public static CapturedResource Named(this CapturedStack stack, string name)
    {
        ArgumentNullException.ThrowIfNull(stack);
        return Assert.Single(stack.Resources, resource => resource.Name == name);
    }
}
