using System.Diagnostics;
using System.Text.Json;

namespace Hardening.Infra.Tests.Commands;

/// <summary>The built program as a process of its own.</summary>
public sealed class ProcessTests
{
    private static readonly string Program = typeof(Hardening.Infra.Commands.CommandLine).Assembly.Location;

    private static async Task<(int Code, string Out, string Error)> RunAsync(string folder, Action<ProcessStartInfo>? configure, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. args]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment.Remove("PULUMI_MONITOR");
        configure?.Invoke(start);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    [Fact]
    public async Task Preview_works_from_the_repositorys_root_and_is_plain_where_nobody_looks()
    {
        var (code, output, error) = await RunAsync(TestFiles.Root, null, "preview", "--as-of", "2026-11-22");

        Assert.Equal(0, code);
        Assert.StartsWith("Previewing update (dev):\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", output, StringComparison.Ordinal);
        Assert.StartsWith("Running on ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_the_only_thing_on_standard_output()
    {
        var (code, output, _) = await RunAsync(TestFiles.Root, null, "preview", "--json", "--stack", "prod", "--as-of", "2026-11-22");

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        Assert.Equal("prod", json.RootElement.GetProperty("stack").GetString());
    }

    [Fact]
    public async Task The_project_is_found_beside_the_program_when_nobody_stands_in_it()
    {
        var (code, output, error) = await RunAsync(Path.GetTempPath(), null, "preview", "--as-of", "2026-11-22");

        Assert.True(code == 0, error);
        Assert.StartsWith("Previewing update (dev):\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_stops_reading_is_no_error()
    {
        var start = new ProcessStartInfo("dotnet", [Program, "preview", "--json", "--as-of", "2026-11-22"]) { WorkingDirectory = TestFiles.Root, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        process.StandardOutput.Close();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(0, process.ExitCode);
        Assert.DoesNotContain("error", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("schema > /dev/full", 3)]
    [InlineData("preview --json --as-of 2026-11-22 > /dev/full", 3)]
    [InlineData("preview --as-of 2026-11-22 > /dev/null 2> /dev/full", 0)]
    [InlineData("preview --as-of 2026-11-22 > /dev/null 2>&-", 0)]
    [InlineData("preview --config no-such-file.yaml > /dev/null 2> /dev/full", 3)]
    public async Task An_answer_that_cannot_be_written_is_an_error_and_a_message_that_cannot_is_none(string command, int code)
    {
        if (!File.Exists("/dev/full"))
            return;
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"exec dotnet '{Program}' {command}"]) { WorkingDirectory = TestFiles.Root, RedirectStandardError = true, UseShellExecute = false };
        start.Environment.Remove("PULUMI_MONITOR");
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(code, process.ExitCode);
        if (!command.Contains("2>", StringComparison.Ordinal))
            Assert.EndsWith("error: standard output cannot be written: No space left on device; write it somewhere else\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_engine_behind_it_a_run_for_an_engine_says_what_to_do()
    {
        var (code, output, error) = await RunAsync(TestFiles.Root, start => start.Environment["PULUMI_MONITOR"] = "127.0.0.1:1");

        Assert.Equal((3, ""), (code, output));
        Assert.StartsWith("error: ", error, StringComparison.Ordinal);
        Assert.Contains("pulumi", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }
}
