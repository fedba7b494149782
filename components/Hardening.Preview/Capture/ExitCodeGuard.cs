namespace Hardening.Preview.Capture;

/// <summary>Puts <see cref="Environment.ExitCode"/> back behind a capture: a failing run sets it to 32, which is the engine's business.</summary>
internal sealed class ExitCodeGuard : IDisposable
{
    private const int FailedRun = 32;

    private static readonly Lock Gate = new();
    private static int _active;
    private static int _saved;

    public ExitCodeGuard()
    {
        lock (Gate)
        {
            if (_active++ == 0)
            {
                _saved = Environment.ExitCode;
            }
        }
    }

    public void Dispose()
    {
        lock (Gate)
        {
            if (--_active == 0 || Environment.ExitCode == FailedRun)
            {
                Environment.ExitCode = _saved;
            }
        }
    }
}
