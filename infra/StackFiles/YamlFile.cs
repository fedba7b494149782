using System.Globalization;
using System.Text;
using Hardening.Components;

namespace Hardening.Infra.StackFiles;

/// <summary>Reads a YAML file and names it where it cannot be read.</summary>
internal static class YamlFile
{
    private const long LargestFile = 64L * 1024 * 1024;

    /// <summary>The engine refuses bytes that are no text, and so they are not replaced here either.</summary>
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file; problems carry <paramref name="shownName"/> with line and column.</summary>
    /// <exception cref="BadInputException">The file is no readable YAML.</exception>
    /// <exception cref="EnvironmentException">The file does not exist or cannot be opened.</exception>
    public static ConfigNode Read(string path, string shownName)
    {
        if (Directory.Exists(path))
            throw new EnvironmentException($"{shownName} is a folder", "name a file with --config");
        try
        {
            var length = new FileInfo(path).Length;
            if (length > LargestFile)
                throw new BadInputException(new Problem(shownName, null, $"is {length.ToString("N0", CultureInfo.InvariantCulture)} bytes long", "a stack file is at most 64 MiB"));
            using var text = new StreamReader(path, Strict);
            return YamlReader.Read(text);
        }
        catch (YamlFileException error)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{shownName}:{error.Line}:{error.Column}");
            throw new BadInputException(new Problem(place, null, error.Message, error.Fix));
        }
        catch (DecoderFallbackException)
        {
            throw new BadInputException(new Problem(shownName, null, "is not UTF-8", "save it as UTF-8"));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new EnvironmentException($"{shownName} does not exist", $"create it, or name another file with --config");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EnvironmentException($"{shownName} cannot be read: {error.Message}", "make the file readable");
        }
    }
}
