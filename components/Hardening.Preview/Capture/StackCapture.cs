using Hardening.Preview.Capture;
using Pulumi.Testing;

namespace Hardening.Preview;

/// <summary>Runs a stack in this process, with no engine, no cluster and no network, and says what an engine would have been sent.</summary>
/// <remarks>
/// <para>Everything goes through the SDK's public test support, so that the result is the same on the official SDK and on the offline runtime. Resources answer with
/// their own inputs; ids are unknown in a preview; what a server would add (uid, status) is absent. A secret stays a secret where it passes
/// through a resource (<c>secret.StringData</c> into a ConfigMap). What a provider function (<c>Invoke</c>) would return is not known: it answers with its arguments.</para>
/// <para>Captures may run at the same time. For the moment in which a run begins, the process environment holds its configuration
/// (<c>PULUMI_CONFIG</c>), because the SDK reads it from nowhere else; the previous value is put back at once.</para>
/// </remarks>
public static class StackCapture
{
    /// <summary>Runs a stack and captures its resources. A program that fails is a result too: its errors are in <see cref="CapturedStack.Errors"/>.</summary>
    /// <param name="create">Makes the stack with the options that it must hand to its base class: they hold the recorder.</param>
    /// <param name="options">Names and configuration.</param>
    public static Task<CapturedStack> RunAsync(Func<StackOptions, Stack> create, CaptureOptions options)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(options);

        // Deployment.Instance flows with the execution context: a capture inside a running deployment needs a context of its own.
        if (ExecutionContext.IsFlowSuppressed())
        {
            return Task.Run(() => CaptureAsync(create, options));
        }

        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(() => CaptureAsync(create, options));
        }
    }

    private static async Task<CapturedStack> CaptureAsync(Func<StackOptions, Stack> create, CaptureOptions options)
    {
        using var exitCode = new ExitCodeGuard();
        using var environment = await ConfigEnvironment.EnterAsync(options.Config);
        var recorder = new Recorder(options);
        var program = new StackProgram(create, recorder, environment);
        var messages = new List<string>();
        try
        {
            await Deployment.TestWithServiceProviderAsync<Stack>(new EchoMocks(recorder, options.IsPreview), program, new TestOptions
            {
                ProjectName = options.Project,
                StackName = options.Stack,
                OrganizationName = options.Organization,
                IsPreview = options.IsPreview,
                RootDirectory = options.RootDirectory ?? Directory.GetCurrentDirectory(),
            });
        }
#pragma warning disable CA1031 // Whatever the program throws is the result.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            messages.AddRange(ErrorText.Messages(exception));
        }

        var failed = messages.Count > 0;
        var resources = await recorder.FinishAsync(failed);
        var errors = new ErrorList(options, resources).Make(program.Failure, messages);
        if (!failed && resources.Count == 0)
        {
            errors.Add(new Finding(FindingIds.ProgramFailed, FindingSeverity.Error, null, null,
                "the stack did not hand its options on, so that nothing could be recorded", "declare the constructor as MyStack(StackOptions? options = null) : base(options)"));
        }

        return new CapturedStack(options.Project, options.Stack, resources, errors, recorder.Warnings);
    }
}
