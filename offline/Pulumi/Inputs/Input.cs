namespace Pulumi;

/// <remarks>A plain value is held as it is: an output is made only when somebody asks for one.</remarks>
public class Input<T> : IInput
{
    private readonly T _literal;
    private Output<T>? _output;

    private protected Input(T literal) => _literal = literal;

    private protected Input(Output<T> outputValue)
    {
        _output = outputValue ?? throw new ArgumentNullException(nameof(outputValue));
        _literal = default!;
    }

#pragma warning disable CA1062 // A null input fails here as it does in the official SDK.
    public static implicit operator Input<T>(T value) => new(value);

    public static implicit operator Input<T>(Output<T> value) => new(value);

    public static implicit operator Output<T>(Input<T> input) => input.GetOutput();
#pragma warning restore CA1062

    bool IInput.TryGetLiteral(out object? value) => TryGetLiteral(out value);

    IOutput IInput.ToOutput() => GetOutput();

    private protected virtual Output<T> GetOutput() => _output ??= new Output<T>(_literal);

    private protected virtual bool TryGetLiteral(out object? value)
    {
        value = _output is null ? _literal : default;
        return _output is null;
    }
}
