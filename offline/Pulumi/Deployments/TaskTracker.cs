namespace Pulumi;

/// <summary>Knows when nothing is running any more. Work that is done when it is handed in costs nothing.</summary>
internal sealed class TaskTracker
{
    private readonly Lock _gate = new();
    private readonly List<Exception> _failures = [];
    private TaskCompletionSource? _waiter;
    private int _running;

    public void Track(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            return;
        }

        lock (_gate)
        {
            _running++;
        }

        if (task.IsCompleted)
        {
            OnCompleted(task);
        }
        else
        {
            _ = task.ContinueWith(OnCompleted, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    /// <summary>Waits for all work, or for the first failure; answers with the failures there are by then.</summary>
    public async Task<IReadOnlyList<Exception>> WhenIdleOrFailedAsync()
    {
        Task wait;
        lock (_gate)
        {
            if (_running > 0 && _failures.Count == 0)
            {
                _waiter ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            wait = _waiter?.Task ?? Task.CompletedTask;
        }

        await wait.ConfigureAwait(false);
        lock (_gate)
        {
            return _failures.Count == 0 ? [] : [.. _failures.Distinct()];
        }
    }

    private void OnCompleted(Task task)
    {
        lock (_gate)
        {
            _running--;
            if (task.Exception is { } exception)
            {
                _failures.AddRange(exception.InnerExceptions);
            }

            if (_running == 0 || _failures.Count > 0)
            {
                _waiter?.TrySetResult();
            }
        }
    }
}
