using System.ComponentModel;
using System.Diagnostics;

namespace Hardening.Infra.Recorded;

/// <summary>Asks a cluster through kubectl, with whatever context that has.</summary>
internal static class Kubectl
{
    /// <summary>What kubectl prints as JSON for objects of all namespaces.</summary>
    /// <param name="program">The program, <c>kubectl</c> or one like it.</param>
    /// <param name="kinds">The kinds, as kubectl is asked for them.</param>
    /// <exception cref="EnvironmentException">There is no such program, or it fails.</exception>
    public static async Task<byte[]> RecordAsync(string program, string kinds)
    {
        var start = new ProcessStartInfo(program, ["get", kinds, "-A", "-o", "json", "--request-timeout=60s"]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            using var output = new MemoryStream();
            var said = process.StandardError.ReadToEndAsync();
            await process.StandardOutput.BaseStream.CopyToAsync(output);
            await process.WaitForExitAsync();
            var error = WithoutLog(await said);
            return process.ExitCode == 0
                ? output.ToArray()
                : throw new EnvironmentException(
                    $"{program} failed: {error}",
                    error.Contains("resource type", StringComparison.Ordinal)
                        ? "install the Vertical Pod Autoscaler, or Goldilocks, which brings it"
                        : $"check that {program} get namespaces works, or record elsewhere: kubectl get {kinds} -A -o json > facts.json, then --facts facts.json");
        }
        catch (Win32Exception)
        {
            throw new EnvironmentException($"{program} cannot be started", $"install kubectl, or record elsewhere: kubectl get {kinds} -A -o json > facts.json, then --facts facts.json");
        }
    }

    /// <summary>What kubectl says itself: its libraries log each try before it (<c>E1122 23:47:09.815539 …</c>).</summary>
    private static string WithoutLog(string said)
    {
        var lines = said.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var own = lines.Where(line => line is not ['E' or 'W' or 'I', _, _, _, _, ' ', ..] || line.AsSpan(1, 4).ContainsAnyExceptInRange('0', '9')).ToArray();
        return string.Join(' ', own.Length > 0 ? own : lines);
    }
}
