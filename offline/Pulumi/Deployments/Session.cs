using System.Reflection;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>One run of a program against mocks.</summary>
internal sealed class Session(IMocks mocks, TestOptions? options)
{
    // The language host takes this code as: already reported, say nothing more.
    private const int ReportedExitCode = 32;

    private readonly Dictionary<string, string> _config = ConfigSource.Read();
    private readonly List<string> _errors = [];
    private readonly List<Resource> _resources = [];
    private Stack? _stack;

    public IMocks Mocks => mocks;

    /// <summary>False when the mocks leave the outputs of components to the interface's default, which does nothing.</summary>
    public bool WantsOutputs { get; } = Array.TrueForAll(
        mocks.GetType().GetInterfaceMap(typeof(IMocks)).TargetMethods, method => method.DeclaringType != typeof(IMocks));

    public string ProjectName { get; } = options?.ProjectName ?? "project";

    public string StackName { get; } = options?.StackName ?? "stack";

    public string OrganizationName { get; } = options?.OrganizationName ?? "organization";

    public string RootDirectory
        => options?.RootDirectory
            ?? throw new InvalidOperationException("The Pulumi CLI version does not support root directory. Please update the Pulumi CLI.");

    public bool IsDryRun { get; } = options?.IsPreview ?? true;

    public TaskTracker Tasks { get; } = new();

    public Stack Stack
    {
        get => _stack ?? throw new InvalidOperationException("Trying to acquire Deployment.Stack before 'Run' was called.");
        set => _stack = value;
    }

    public string? FindConfig(string key) => _config.GetValueOrDefault(key);

    public void AddResource(Resource resource)
    {
        lock (_resources)
        {
            _resources.Add(resource);
        }
    }

    public Resource[] TakeResources()
    {
        lock (_resources)
        {
            return [.. _resources];
        }
    }

    public void AddError(string message)
    {
        lock (_errors)
        {
            _errors.Add(message);
        }
    }

    /// <summary>Mocks see the root type and the own type only, whatever lies between.</summary>
    public string UrnOf(Resource resource)
    {
        var type = resource.GetResourceType();
        var path = type == Stack.RootType ? type : $"{Stack.RootType}${type}";
        return $"urn:pulumi:{StackName}::{ProjectName}::{path}::{resource.GetResourceName()}";
    }

    public async Task RunAsync(Func<Stack> createStack)
    {
        IReadOnlyList<Exception> failures;
#pragma warning disable CA1031 // Whatever a program throws is reported as its failure.
        try
        {
            createStack().RegisterPropertyOutputs();
            failures = await Tasks.WhenIdleOrFailedAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failures = [exception];
        }
#pragma warning restore CA1031

        foreach (var failure in failures)
        {
            AddError(Describe(failure));
        }

        if (failures.Count > 0)
        {
            Environment.ExitCode = ReportedExitCode;
        }
    }

    public void ThrowIfFailed()
    {
        lock (_errors)
        {
            switch (_errors.Count)
            {
                case 0:
                    return;
                case 1:
                    throw new RunException(_errors[0]);
                default:
                    throw new AggregateException(_errors.Select(error => new RunException(error)));
            }
        }
    }

    private static string Describe(Exception failure)
        => failure switch
        {
            RunException => failure.Message,
            ResourceException { HideStack: true } => failure.Message,
            ResourceException => failure.ToString(),
            _ => $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{failure}",
        };
}
