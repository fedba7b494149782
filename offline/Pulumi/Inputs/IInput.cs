namespace Pulumi;

/// <summary>An input whose type is not known statically.</summary>
internal interface IInput
{
    /// <summary>True when this input was given a plain value: there is nothing to wait for, to keep secret or to depend on.</summary>
    bool TryGetLiteral(out object? value);

    IOutput ToOutput();
}
