namespace Crdgen.Cli;

/// <summary>The environment lacks something; the message says which command mends it.</summary>
internal sealed class EnvironmentException(string message) : Exception(message);
