using System.Diagnostics;
using Crdgen.Reading;

namespace Crdgen.Cli;

/// <summary>Asks a live cluster for its CustomResourceDefinitions.</summary>
/// <param name="searchPath">The folders where the command may be, as in <c>PATH</c>.</param>
/// <param name="timeout">How long it may take.</param>
internal sealed class Kubectl(string searchPath, TimeSpan timeout)
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private const int ShownWords = 2_000;
    private const string Resource = "customresourcedefinitions.apiextensions.k8s.io";
    private static readonly string[] Names = OperatingSystem.IsWindows() ? ["kubectl.exe"] : ["kubectl"];

    /// <summary>All definitions as a JSON list.</summary>
    /// <exception cref="EnvironmentException">There is no kubectl, or it fails.</exception>
    public byte[] Definitions(string? context, string? kubeconfig)
    {
        var executable = Find() ?? throw new EnvironmentException(
            $"kubectl is not on the PATH. Install it (https://kubernetes.io/docs/tasks/tools/), or save the definitions where it is and give crdgen the file: kubectl get {Resource} -o json > definitions.json");
        List<string> target = [.. context is null ? [] : new[] { "--context", context }, .. kubeconfig is null ? [] : new[] { "--kubeconfig", kubeconfig }];
        var start = new ProcessStartInfo(executable, ["get", Resource, "-o", "json", "--request-timeout=60s", .. target])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var check = $"When this works, so does crdgen: kubectl get {string.Join(' ', [Resource, "-o", "name", .. target])}";
        try
        {
            using var process = Process.Start(start)!;
            return Read(process, check);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new EnvironmentException($"{executable} does not start: {e.Message}. {check}");
        }
    }

    private byte[] Read(Process process, string check)
    {
        var late = 0;
        using var timer = new Timer(_ =>
        {
            Interlocked.Exchange(ref late, 1);
            Stop(process);
        }, null, timeout, Timeout.InfiniteTimeSpan);
        process.StandardInput.Close();
        var words = process.StandardError.ReadToEndAsync();
        byte[] output;
        try
        {
            output = SchemaSource.Load(process.StandardOutput.BaseStream);
        }
        catch (SchemaException e)
        {
            Stop(process);
            throw new EnvironmentException($"What kubectl prints {e.Message}; choose less: kubectl get {Resource} NAME… -o json | crdgen -");
        }

        process.WaitForExit();
        if (late == 1)
        {
            throw new EnvironmentException($"kubectl gave no answer within {timeout.TotalSeconds:0} s and was stopped. {check}");
        }

        return process.ExitCode == 0
            ? output
            : throw new EnvironmentException($"kubectl could not list the cluster's CustomResourceDefinitions (exit code {process.ExitCode}): {Shorten(words.Result)} {check}");
    }

    private static void Stop(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself meanwhile.
        }
    }

    private static string Shorten(string words)
    {
        var trimmed = words.Trim();
        var text = trimmed.Length <= ShownWords ? trimmed : $"{trimmed[..ShownWords]}…";
        return text.EndsWith('.') || text.Length == 0 ? text : $"{text}.";
    }

    private string? Find() => searchPath
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}
