namespace Crdgen.Cli;

internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>Some schemas failed and the rest were written, or the files differ from what the schemas give.</summary>
    public const int Findings = 1;

    public const int BadInput = 2;

    public const int MissingEnvironment = 3;
}
