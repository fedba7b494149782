using System.Runtime.ExceptionServices;

namespace Hardening.Preview.Common;

/// <summary>Runs a loop on this thread and one more: files are written faster by two, and no faster by many. Starts no thread pool.</summary>
internal static class TwoWorkers
{
    private const int Alone = 32;

    public static void For(int count, Action<int> body) => For(count, (i, _) => body(i));

    /// <summary>The same, with the number of the worker, 0 or 1, for what each has to itself.</summary>
    public static void For(int count, Action<int, int> body)
    {
        if (count < Alone || Environment.ProcessorCount < 2)
        {
            for (var i = 0; i < count; i++)
            {
                body(i, 0);
            }

            return;
        }

        var next = -1;
        ExceptionDispatchInfo? failure = null;
        void Run(int worker)
        {
            try
            {
                for (var i = Interlocked.Increment(ref next); i < count && failure is null; i = Interlocked.Increment(ref next))
                {
                    body(i, worker);
                }
            }
#pragma warning disable CA1031 // Whatever fails on the other thread is thrown on the caller's.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        }

        var second = new Thread(() => Run(1)) { IsBackground = true, Name = "hardening-files" };
        second.Start();
        Run(0);
        second.Join();
        failure?.Throw();
    }
}
