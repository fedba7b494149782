namespace Hardening.Preview.Capture;

/// <summary>
/// Makes the stack inside the deployment: the SDK asks a service provider for it. That call is the one place where a failing constructor's own
/// exception can be seen, before the runner turns it into text.
/// </summary>
internal sealed class StackProgram(Func<StackOptions, Stack> create, Recorder recorder, ConfigEnvironment environment) : IServiceProvider
{
    /// <summary>What the constructor threw, or null.</summary>
    public Exception? Failure { get; private set; }

    public object? GetService(Type serviceType)
    {
        environment.Left();
        var options = new StackOptions();
        options.ResourceTransformations.Add(recorder.Record);
        try
        {
            return create(options);
        }
        catch (Exception exception)
        {
            Failure = exception;
            throw;
        }
    }
}
