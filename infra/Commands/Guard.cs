using System.Globalization;

namespace Hardening.Infra.Commands;

/// <summary>Turns what a command throws into words and exit codes.</summary>
internal static class Guard
{
    public static async Task<int> RunAsync(Func<Task<int>> command, Terminal terminal)
    {
        try
        {
            return await command();
        }
        catch (BadInputException error)
        {
            return await RefuseAsync(error.Problems.Select(problem => problem.ToString()).ToList(), terminal);
        }
        catch (EnvironmentException error)
        {
            await terminal.Error.WriteLineAsync($"error: {error.Message}; {error.Fix}");
            return ExitCode.Environment;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync("error: " + error.Message);
            return ExitCode.Environment;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            await terminal.Error.WriteLineAsync($"error: this is a defect of the program, please report it: {error.GetType().Name}: {error.Message}");
            return ExitCode.Environment;
        }
    }

    /// <summary>Lists what is wrong with the input.</summary>
    public static async Task<int> RefuseAsync(IReadOnlyList<string> problems, Terminal terminal)
    {
        foreach (var problem in problems)
            await terminal.Error.WriteLineAsync("error: " + problem);
        await terminal.Error.WriteLineAsync(problems.Count == 1 ? "1 problem; nothing was written." : string.Create(CultureInfo.InvariantCulture, $"{problems.Count} problems; nothing was written."));
        return ExitCode.BadInput;
    }
}
