namespace Crdgen.Planning;

/// <summary>A plan that cannot be carried out; nothing is written.</summary>
internal sealed class PlanException(string message, Exception? inner = null) : Exception(message, inner);
