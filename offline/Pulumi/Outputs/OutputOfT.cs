using System.Runtime.CompilerServices;
using Pulumi.Serialization;

namespace Pulumi;

/// <remarks>
/// Most outputs are settled when they are made, so the value lives in the object itself. What is not settled yet is held in
/// <c>_source</c>: a task, or the state of the resource whose property this is. A property is converted when it is first read.
/// </remarks>
public sealed class Output<T> : IOutput
{
    private T _value;
    private object? _source;
    private OutputSlot? _slot;
    private Dependencies _dependencies;
    private OutputFlags _flags;

    internal Output(T value, Dependencies dependencies = default, OutputFlags flags = OutputFlags.None)
    {
        _value = value;
        _dependencies = dependencies;
        _flags = flags;
    }

    internal Output(Task<OutputData<T>> task)
    {
        _value = default!;
        _source = task;
        if (!TryGet(out _) && Deployment.TryGetSession(out var session))
        {
            session.Tasks.Track(task);
        }
    }

    bool IOutput.IsUnreadProperty => Volatile.Read(ref _source) is ResourceState;

    internal Task<OutputData<T>> DataTask
        => TryGet(out var data) ? Task.FromResult(data)
            : Volatile.Read(ref _source) switch
            {
                Task<OutputData<T>> task => task,
                ResourceState state => AfterRegistrationAsync(state),
                _ => Task.FromResult(new OutputData<T>(_value, _dependencies, _flags)),
            };

#pragma warning disable CA1000 // Part of the official surface.
    public static Output<T> Create(Task<T> value) => FromTask(value, OutputFlags.None);
#pragma warning restore CA1000

    public Output<ValueTuple> Apply(Func<T, Task> func)
        => ApplyCore<ValueTuple>(
            (Func<T, Task<ValueTuple>>)(async value =>
            {
                await func(value).ConfigureAwait(false);
                return default;
            }),
            ApplyKind.Task);

    public Output<TResult> Apply<TResult>(Func<T, TResult> func) => ApplyCore<TResult>(func, ApplyKind.Value);

    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) => ApplyCore<TResult>(func, ApplyKind.Task);

    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => ApplyCore<TResult>(func, ApplyKind.Input);

    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func) => ApplyCore<TResult>(func, ApplyKind.Output);

    public override string ToString()
    {
        const string Message =
            "Calling [ToString] on an [Output<T>] is not supported. Use Apply or Output.Format to build a string from its value.";
        if (Environment.GetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING") is { } setting
            && (setting == "1" || string.Equals(setting, "true", StringComparison.OrdinalIgnoreCase)))
        {
            throw new InvalidOperationException(Message);
        }

        Log.Warn(Message);
        return Message;
    }

    OutputStatus IOutput.Peek(out OutputData<object?> data)
    {
        if (TryGet(out var own))
        {
            data = new OutputData<object?>(own.Value, own.Dependencies, own.Flags);
            return OutputStatus.Settled;
        }

        data = default;
        return Volatile.Read(ref _source) switch
        {
            Task { IsCompleted: true } => OutputStatus.Failed,
            ResourceState { IsFailed: true } => OutputStatus.Failed,
            _ => OutputStatus.Pending,
        };
    }

    Task IOutput.WhenSettled() => DataTask;

    void IOutput.Attach(ResourceState state, OutputSlot slot)
    {
        _slot = slot;
        _source = state;
    }

    internal static Output<T> FromTask(Task<T> value, OutputFlags flags)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.IsCompletedSuccessfully ? new Output<T>(value.Result, default, flags) : new Output<T>(WaitAsync(value, flags));
    }

    internal static Output<T> Failed(Exception exception) => new(Task.FromException<OutputData<T>>(exception));

    /// <summary>The value, when it is there without waiting; a resource's property is converted here.</summary>
    internal bool TryGet(out OutputData<T> data)
    {
        if (Volatile.Read(ref _source) is { } source && !TrySettle(source))
        {
            data = default;
            return false;
        }

        data = new OutputData<T>(_value, _dependencies, _flags);
        return true;
    }

    internal Output<T> With(Dependencies dependencies, OutputFlags set, OutputFlags clear)
        => TryGet(out var data)
            ? new Output<T>(data.Value, data.Dependencies.Union(dependencies), (data.Flags & ~clear) | set)
            : new Output<T>(WithAsync(DataTask, dependencies, set, clear));

    private static async Task<OutputData<T>> WaitAsync(Task<T> value, OutputFlags flags)
        => new(await value.ConfigureAwait(false), default, flags);

    private static async Task<OutputData<T>> WithAsync(Task<OutputData<T>> task, Dependencies dependencies, OutputFlags set, OutputFlags clear)
    {
        var data = await task.ConfigureAwait(false);
        return new OutputData<T>(data.Value, data.Dependencies.Union(dependencies), (data.Flags & ~clear) | set);
    }

    private static OutputData<TResult> Join<TResult>(OutputData<T> outer, OutputData<TResult> inner)
        => new(inner.Value, outer.Dependencies.Union(inner.Dependencies), outer.Flags | inner.Flags);

    private static Output<TResult>? Invoke<TResult>(Delegate func, ApplyKind kind, T value)
        => kind switch
        {
            ApplyKind.Value => new Output<TResult>(Unsafe.As<Func<T, TResult>>(func)(value)),
            ApplyKind.Task => Output<TResult>.FromTask(Unsafe.As<Func<T, Task<TResult>>>(func)(value), OutputFlags.None),
            ApplyKind.Input => Unsafe.As<Func<T, Input<TResult>?>>(func)(value).ToOutput(),
            _ => Unsafe.As<Func<T, Output<TResult>?>>(func)(value),
        };

    private Output<TResult> ApplyCore<TResult>(Delegate func, ApplyKind kind)
    {
        if (!TryGet(out var data))
        {
            return new Output<TResult>(ApplyAsync<TResult>(DataTask, func, kind));
        }

        if (!data.IsKnown)
        {
            return new Output<TResult>(default!, data.Dependencies, data.Flags);
        }

        Output<TResult>? inner;
#pragma warning disable CA1031 // Whatever the function throws is the output's failure.
        try
        {
            inner = Invoke<TResult>(func, kind, data.Value);
        }
        catch (Exception exception)
        {
            return Output<TResult>.Failed(exception);
        }
#pragma warning restore CA1031

        if (inner is null)
        {
            return new Output<TResult>(default!, data.Dependencies, data.Flags);
        }

        if (!inner.TryGet(out var innerData))
        {
            return new Output<TResult>(JoinAsync(data, inner.DataTask));
        }

        if (data.Dependencies.IsEmpty && data.Flags == OutputFlags.None)
        {
            return inner;
        }

        var joined = Join(data, innerData);
        return new Output<TResult>(joined.Value, joined.Dependencies, joined.Flags);
    }

    private static async Task<OutputData<TResult>> ApplyAsync<TResult>(Task<OutputData<T>> task, Delegate func, ApplyKind kind)
    {
        var data = await task.ConfigureAwait(false);
        if (!data.IsKnown)
        {
            return new OutputData<TResult>(default!, data.Dependencies, data.Flags);
        }

        var inner = Invoke<TResult>(func, kind, data.Value);
        return inner is null
            ? new OutputData<TResult>(default!, data.Dependencies, data.Flags)
            : Join(data, await inner.DataTask.ConfigureAwait(false));
    }

    private static async Task<OutputData<TResult>> JoinAsync<TResult>(OutputData<T> outer, Task<OutputData<TResult>> inner)
        => Join(outer, await inner.ConfigureAwait(false));

    private async Task<OutputData<T>> AfterRegistrationAsync(ResourceState state)
    {
        await state.Completion.ConfigureAwait(false);
        TryGet(out var data);
        return data;
    }

    private bool TrySettle(object source)
    {
        if (source is Task<OutputData<T>> task)
        {
            if (!task.IsCompletedSuccessfully)
            {
                return false;
            }

            Settle(task.Result);
            return true;
        }

        var state = Unsafe.As<ResourceState>(source);
        if (!state.IsSucceeded)
        {
            return false;
        }

        // Two readers at once must see the same converted object.
        lock (state)
        {
            if (Volatile.Read(ref _source) is not null)
            {
                var data = state.Read(_slot!);
                Settle(new OutputData<T>(data.Value is null ? default! : (T)data.Value, data.Dependencies, data.Flags));
            }
        }

        return true;
    }

    private void Settle(OutputData<T> data)
    {
        _value = data.Value;
        _dependencies = data.Dependencies;
        _flags = data.Flags;
        Volatile.Write(ref _source, null);
    }
}
