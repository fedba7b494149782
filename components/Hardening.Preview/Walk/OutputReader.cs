namespace Hardening.Preview.Walk;

/// <summary>Reads an input or output of one type; there is one instance a type, made by reflection once.</summary>
internal abstract class OutputReader
{
    /// <summary>Reads at once where everything is there already, as it is for literals.</summary>
    public abstract bool TryRead(object inputOrOutput, out OutputReading reading);

    /// <summary>Reads once it is there.</summary>
    public abstract Task<OutputReading> ReadAsync(object inputOrOutput);
}
