using System.Text.Json;
using Hardening.Components;
using Hardening.Infra.Commands;

namespace Hardening.Infra.Recorded.Flows;

/// <summary>Flows as <c>hubble observe -o jsonpb</c> and Hubble's exporter write them: one JSON object a line, in a <c>flow</c> wrapper or, from older versions, without.</summary>
internal static class FlowFiles
{
    /// <summary>The command that records what is read here.</summary>
    public const string RecordedBy = "hubble observe --follow -o jsonpb";

    public const string Option = "--flows";

    private const int LongestLine = 4 * 1024 * 1024;
    private const int MostProblems = 20;

    /// <summary>Reads files of one cluster, flow by flow.</summary>
    /// <exception cref="EnvironmentException">A file does not exist.</exception>
    /// <exception cref="BadInputException">A file holds something else; everything that is wrong is listed.</exception>
    public static FlowCounts Read(IEnumerable<string> files, ClusterFactsArgs cluster, Terminal terminal, Action<RecordedFlow> take)
    {
        var counts = new FlowCounts();
        var reader = new FlowReader(new FlowAddresses(cluster), counts);
        var problems = new List<Problem>();
        foreach (var file in files.Select(shown => new RecordedFile(Option, shown, RecordedBy)))
        {
            using var stream = file.Open(terminal);
            var (before, known) = (counts.Flows, problems.Count);
            try
            {
                Read(file, new ByteWindow(stream, LongestLine), reader, counts, problems, take);
            }
            catch (InvalidDataException)
            {
                problems.Add(file.Problem(null, "is damaged: what gzip packed cannot be unpacked"));
            }

            if (counts.Flows == before && problems.Count == known)
                problems.Add(file.Problem(null, "holds no flow, so that it would prove nothing"));
        }

        return problems.Count > 0 ? throw new BadInputException(problems) : counts;
    }

    private static void Read(RecordedFile file, ByteWindow window, FlowReader reader, FlowCounts counts, List<Problem> problems, Action<RecordedFlow> take)
    {
        var number = 0L;
        while (problems.Count < MostProblems)
        {
            var end = window.Span.IndexOf((byte)'\n');
            if (end < 0 && !window.IsAtEnd)
            {
                if (window.TryFill())
                    continue;
                problems.Add(file.Problem(FormattableString.Invariant($"line {number + 1}"), "is longer than 4 MiB, and no flow is"));
                return;
            }

            var length = end < 0 ? window.Span.Length : end;
            if (end < 0 && length == 0)
                return;
            number++;
            if (Refusal(window.Memory(0, length), reader, take) is { } refusal)
            {
                // A log that is rotated while it is read ends anywhere.
                if (end < 0)
                    counts.Torn.Add(file.Shown);
                else
                    problems.Add(file.Problem(FormattableString.Invariant($"line {number}"), refusal));
            }

            window.Consume(end < 0 ? length : length + 1);
        }
    }

    private static string? Refusal(ReadOnlyMemory<byte> line, FlowReader reader, Action<RecordedFlow> take)
    {
        if (line.Span.TrimEnd("\r \t"u8).IsEmpty)
            return null;
        try
        {
            using var document = JsonDocument.Parse(line);
            if (reader.Read(document.RootElement) is { } flow)
                take(flow);
            return null;
        }
        catch (JsonException)
        {
            return "is no JSON";
        }
        catch (InvalidOperationException)
        {
            return "is no flow as Hubble writes it";
        }
    }
}
