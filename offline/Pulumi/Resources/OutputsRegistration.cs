using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Brings the outputs of a component to the mocks that want to know them; for the others it only checks them.</summary>
internal sealed class OutputsRegistration(Session session, Resource resource, Output<IDictionary<string, object?>> outputs)
{
    public async Task RunAsync()
    {
        if (!resource.State.IsSucceeded)
        {
            await resource.State.Completion.ConfigureAwait(false);
        }

        if (!outputs.TryGet(out var data))
        {
            data = await outputs.DataTask.ConfigureAwait(false);
        }

        var wanted = session.WantsOutputs;
        var registered = wanted ? ImmutableDictionary.CreateBuilder<string, Output<object?>>() : null;
        foreach (var (name, value) in data.Value)
        {
            if (!wanted && value is IOutput { IsUnreadProperty: true })
            {
                continue;
            }

            var serializer = new Serializer($"monitor.registerResourceOutputs(...).{name}");
            var plain = await SerializeAsync(name, value, serializer).ConfigureAwait(false);
            if (plain is not null || (serializer.Flags & OutputFlags.Unknown) != 0)
            {
                registered?.Add(name, new Output<object?>(ObjectNode.ToPublic(plain), default, serializer.Flags));
            }
        }

        if (registered is not null)
        {
            await session.Mocks.RegisterResourceOutputs(new MockRegisterResourceOutputsRequest(resource.State.Urn, registered.ToImmutable()))
                .ConfigureAwait(false);
        }
    }

    private static async Task<object?> SerializeAsync(string name, object? value, Serializer serializer)
    {
        try
        {
            while (true)
            {
                var result = serializer.Serialize(value);
                if (serializer.Pending is not { } pending)
                {
                    return result;
                }

                foreach (var task in pending)
                {
                    await task.ConfigureAwait(false);
                }

                serializer.Reset();
            }
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"error serializing property \"{name}\": {exception.Message}", exception);
        }
    }
}
