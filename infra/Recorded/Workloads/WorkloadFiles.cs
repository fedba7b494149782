using Hardening.Components;
using Hardening.Infra.Commands;

namespace Hardening.Infra.Recorded.Workloads;

/// <summary>Pods and their controllers as <c>kubectl get … -o json</c> prints them.</summary>
internal static class WorkloadFiles
{
    /// <summary>The command that records what is read here.</summary>
    public const string RecordedBy = "kubectl get pods,deployments,statefulsets,daemonsets,replicasets,jobs,cronjobs -A -o json";

    public const string Option = "--facts";

    private const int MostProblems = 20;

    /// <summary>Reads files of one cluster; what stands in several counts once.</summary>
    /// <exception cref="EnvironmentException">A file does not exist.</exception>
    /// <exception cref="BadInputException">A file holds something else; everything that is wrong is listed.</exception>
    public static RecordedCluster Read(IEnumerable<string> files, Terminal terminal)
    {
        var collector = new WorkloadCollector();
        var problems = new List<Problem>();
        foreach (var file in files.Select(shown => new RecordedFile(Option, shown, RecordedBy)))
        {
            using var stream = file.Open(terminal);
            try
            {
                Read(file, stream, collector, problems);
            }
            catch (BadInputException error)
            {
                problems.AddRange(error.Problems);
            }
            catch (InvalidDataException)
            {
                problems.Add(file.Problem(null, "is damaged: what gzip packed cannot be unpacked"));
            }
        }

        return problems.Count > 0 ? throw new BadInputException(problems) : collector.Finish();
    }

    private static void Read(RecordedFile file, Stream stream, WorkloadCollector collector, List<Problem> problems)
    {
        var index = 0;
        var (before, known) = (collector.Taken, problems.Count);
        foreach (var item in JsonItems.Read(file, stream))
        {
            try
            {
                collector.Add(item);
            }
            catch (Exception error) when (error is InvalidOperationException or KeyNotFoundException)
            {
                if (problems.Count >= MostProblems)
                    return;
                problems.Add(file.Problem(FormattableString.Invariant($"items[{index}]"), "is no object as Kubernetes has it"));
            }

            index++;
        }

        if (collector.Taken == before && problems.Count == known)
            problems.Add(file.Problem(null, "holds no pod and no controller of pods, so that it would prove nothing"));
    }
}
