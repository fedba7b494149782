namespace Pulumi.Serialization;

/// <summary>What becomes of a resource's registration; its outputs read from here.</summary>
internal sealed class ResourceState(Resource resource)
{
    private Session? _session;
    private string _id = "";
    private SerializedState? _state;
    private TaskCompletionSource? _completion;
    private Exception? _failure;
    private volatile bool _succeeded;

    public bool IsSucceeded => _succeeded;

    public bool IsFailed => Volatile.Read(ref _failure) is not null;

    /// <summary>Completes with the registration, and fails as it fails.</summary>
    public Task Completion
    {
        get
        {
            if (_succeeded)
            {
                return Task.CompletedTask;
            }

            lock (this)
            {
                if (_succeeded)
                {
                    return Task.CompletedTask;
                }

                if (_completion is null)
                {
                    _completion = new TaskCompletionSource();
                    if (_failure is not null)
                    {
                        _completion.SetException(_failure);
                    }
                }

                return _completion.Task;
            }
        }
    }

    public string Urn => _session!.UrnOf(resource);

    public string Id => _id;

    public void Succeed(Session session, string id, SerializedState? state)
    {
        _session = session;
        _id = id;
        _state = state;
        TaskCompletionSource? waiting;
        lock (this)
        {
            _succeeded = true;
            waiting = _completion;
        }

        waiting?.TrySetResult();
    }

    public void Fail(Exception exception)
    {
        TaskCompletionSource? waiting;
        lock (this)
        {
            _failure = exception;
            waiting = _completion;
        }

        waiting?.TrySetException(exception);
    }

    /// <summary>Only once the registration has succeeded.</summary>
    public OutputData<object?> Read(OutputSlot slot)
    {
        var dependencies = new Dependencies(resource);
        if (ReferenceEquals(slot, OutputSlot.Urn))
        {
            return new OutputData<object?>(Urn, dependencies, OutputFlags.None);
        }

        if (ReferenceEquals(slot, OutputSlot.Id))
        {
            return new OutputData<object?>(_id, dependencies, _id.Length == 0 ? OutputFlags.Unknown : OutputFlags.None);
        }

        return _state is not null && _state.TryGet(slot.Name, out var value, out var flags)
            ? new OutputData<object?>(Converter.Convert(value, slot.ValueType), dependencies, flags)
            : new OutputData<object?>(null, dependencies, _session!.IsDryRun ? OutputFlags.Unknown : OutputFlags.None);
    }
}
