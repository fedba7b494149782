using Pulumi.Utilities;

namespace Hardening.Preview.Walk;

/// <inheritdoc/>
internal sealed class OutputReaderOf<T> : OutputReader
{
    /// <inheritdoc/>
    public override bool TryRead(object inputOrOutput, out OutputReading reading)
    {
        var output = ToOutput(inputOrOutput);
        var value = OutputUtilities.GetValueAsync(output);
        var known = OutputUtilities.GetIsKnownAsync(output);
        var secret = Output.IsSecretAsync(output);
        var resources = OutputUtilities.GetDependenciesAsync(output);
        if (value.IsCompletedSuccessfully && known.IsCompletedSuccessfully && secret.IsCompletedSuccessfully && resources.IsCompletedSuccessfully)
        {
            reading = new OutputReading(value.Result, known.Result, secret.Result, resources.Result);
            return true;
        }

        reading = default;
        return false;
    }

    /// <inheritdoc/>
    public override async Task<OutputReading> ReadAsync(object inputOrOutput)
    {
        var output = ToOutput(inputOrOutput);
        var value = await OutputUtilities.GetValueAsync(output);
        var known = await OutputUtilities.GetIsKnownAsync(output);
        var secret = await Output.IsSecretAsync(output);
        var resources = await OutputUtilities.GetDependenciesAsync(output);
        return new OutputReading(value, known, secret, resources);
    }

    private static Output<T> ToOutput(object inputOrOutput)
        => inputOrOutput is Output<T> output ? output : ((Input<T>)inputOrOutput).ToOutput();
}
