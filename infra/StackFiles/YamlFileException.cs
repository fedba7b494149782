namespace Hardening.Infra.StackFiles;

/// <summary>A YAML file cannot be read at one place.</summary>
internal sealed class YamlFileException(int line, int column, string message, string fix) : Exception(message)
{
    public int Line { get; } = line;

    public int Column { get; } = column;

    public string Fix { get; } = fix;
}
