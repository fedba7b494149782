using System.Collections.Immutable;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Brings the outputs of a component to the mocks that want to know them; for the others it only checks them.</summary>
internal sealed class OutputsRegistration(Session session, Resource resource, Output<IDictionary<string, object?>> outputs)
{
    private readonly List<Task> _pending = [];
    private readonly ImmutableDictionary<string, Output<object?>>.Builder? _wanted
        = session.WantsOutputs ? ImmutableDictionary.CreateBuilder<string, Output<object?>>(StringComparer.Ordinal) : null;

    public Task RunAsync()
    {
#pragma warning disable CA1031 // Whatever goes wrong is the failure of this registration.
        try
        {
            return TrySerialize() && _wanted is null ? Task.CompletedTask : FinishAsync();
        }
        catch (Exception exception)
        {
            return Task.FromException(exception);
        }
#pragma warning restore CA1031
    }

    private async Task FinishAsync()
    {
        while (_pending.Count > 0)
        {
            foreach (var task in _pending)
            {
                await task.ConfigureAwait(false);
            }

            TrySerialize();
        }

        if (_wanted is not null)
        {
            await session.Mocks.RegisterResourceOutputs(new MockRegisterResourceOutputsRequest(resource.State.Urn, _wanted.ToImmutable()))
                .ConfigureAwait(false);
        }
    }

    private bool TrySerialize()
    {
        _pending.Clear();
        _wanted?.Clear();
        if (!resource.State.IsSucceeded)
        {
            _pending.Add(resource.State.Completion);
        }

        if (outputs.TryGet(out var data))
        {
            SerializeAll(data.Value);
        }
        else
        {
            _pending.Add(outputs.DataTask);
        }

        return _pending.Count == 0;
    }

    private void SerializeAll(IDictionary<string, object?> values)
    {
        Serializer? serializer = null;
        foreach (var (name, value) in values)
        {
            // A property of another resource can always be sent; converting it would be the only cost.
            if (_wanted is null && value is IOutput { IsUnreadProperty: true })
            {
                continue;
            }

            serializer ??= new Serializer(resource);
            serializer.Begin(name);
            object? plain;
            try
            {
                plain = serializer.Serialize(value);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"error serializing property \"{name}\": {exception.Message}", exception);
            }

            _pending.AddRange(serializer.Pending ?? []);
            if (plain is not null || serializer.Flags != OutputFlags.None)
            {
                _wanted?.Add(name, new Output<object?>(ObjectNode.ToPublic(plain), default, serializer.Flags));
            }
        }
    }
}
