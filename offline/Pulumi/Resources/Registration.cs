using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Brings one resource to the mocks, once everything it needs is there, and their answer back to its outputs.</summary>
internal sealed class Registration(Session session, Resource resource, ResourceArgs args, ResourceOptions options, ProviderResource? provider)
{
    private readonly string _label = $"resource:{resource.GetResourceName()}[{resource.GetResourceType()}]";

    public async Task RunAsync()
    {
        try
        {
            var id = await ReadIdAsync().ConfigureAwait(false);
            var inputs = await SerializeAsync(SerializeInputs).ConfigureAwait(false);
            await RegisterAsync(id, inputs.Properties).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            resource.State.Fail(exception);
            throw;
        }
    }

    private async Task RegisterAsync(string id, ObjectNode inputs)
    {
        var isRead = id.Length > 0;
        if (!isRead)
        {
            session.AddResource(resource);
        }

        if (resource is Stack)
        {
            resource.State.Succeed(session, "", null);
            return;
        }

        var request = new MockResourceArgs(inputs)
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Provider = provider?.Reference ?? "",
            Id = isRead ? id : (options as CustomResourceOptions)?.ImportId ?? "",
        };
        var (newId, answer) = await session.Mocks.NewResourceAsync(request).ConfigureAwait(false);
        var state = request.IsEcho(answer)
            ? new SerializedState(inputs)
            : await SerializeAsync(pending => SerializeAnswer(answer, pending)).ConfigureAwait(false);
        if (isRead)
        {
            session.AddResource(resource);
        }

        resource.State.Succeed(session, isRead ? id : newId ?? request.Id, state);
    }

    // Serialisation never waits: what is not there yet is awaited here, and then it begins again.
    private static async Task<SerializedState> SerializeAsync(Func<List<Task>, SerializedState> serialize)
    {
        while (true)
        {
            var pending = new List<Task>();
            var result = serialize(pending);
            if (pending.Count == 0)
            {
                return result;
            }

            foreach (var task in pending)
            {
                await task.ConfigureAwait(false);
            }
        }
    }

    private async Task<string> ReadIdAsync()
    {
        if (options.Id is null)
        {
            return "";
        }

        var data = await options.Id.ToOutput().DataTask.ConfigureAwait(false);
        return !data.IsKnown || string.IsNullOrEmpty(data.Value) ? ""
            : resource is CustomResource ? data.Value
            : throw new ArgumentException("ResourceOptions.Id is only valid for a CustomResource");
    }

    private SerializedState SerializeInputs(List<Task> pending)
    {
        AddExplicitDependencies(pending);
        var members = InputTable.Of(args.GetType()).Members;
        var result = new ObjectNode(members.Length);
        foreach (var member in members)
        {
            var serializer = new Serializer($"{_label}.{member.WireName}");
            var value = SerializeProperty(member.WireName, member.Read(args, serializer), serializer, pending);
            if (value is not null && (serializer.Flags & OutputFlags.Unknown) == 0 && member.WireName is not ("id" or "urn"))
            {
                result.Add(member.WireName, value);
            }
        }

        var parent = options.Parent ?? (resource is Stack ? null : session.Stack);
        Await(parent, pending);
        Await(provider, pending);
        return new SerializedState(result);
    }

    private SerializedState SerializeAnswer(object answer, List<Task> pending)
    {
        var serializer = new Serializer("");
        var entries = answer is IEnumerable<KeyValuePair<string, object>> dictionary
            ? dictionary
            : throw new InvalidOperationException($"{answer.GetType().FullName} is not a supported argument type");
        var result = new SerializedState(new ObjectNode(0));
        foreach (var (key, value) in entries)
        {
            serializer.Flags = OutputFlags.None;
            var plain = serializer.Serialize(value);
            if (serializer.Flags != OutputFlags.None)
            {
                result.Mark(key, serializer.Flags);
            }

            if (plain is not null)
            {
                result.Properties.Add(key, plain);
            }
        }

        pending.AddRange(serializer.Pending ?? []);
        return result;
    }

    private object? SerializeProperty(string name, object? value, Serializer serializer, List<Task> pending)
    {
        object? result;
        try
        {
            result = serializer.Serialize(value);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"error serializing property \"{name}\": {exception.Message}", exception);
        }

        if (serializer.Pending is { } waits)
        {
            pending.AddRange(waits.Select(wait => Named(name, wait)));
        }

        foreach (var dependency in serializer.Dependencies.ToArray())
        {
            dependency.AddUnfinished(pending, resource);
        }

        return result;
    }

    private static async Task Named(string name, Task wait)
    {
        try
        {
            await wait.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"error serializing property \"{name}\": {exception.Message}", exception);
        }
    }

    private void AddExplicitDependencies(List<Task> pending)
    {
        if (options.DependsOnOrNull is not { IsEmpty: false } dependsOn)
        {
            return;
        }

        var output = dependsOn.ToOutput();
        if (!output.TryGet(out var dependencies))
        {
            pending.Add(output.DataTask);
        }
        else if (dependencies.IsKnown && !dependencies.Value.IsDefault)
        {
            foreach (var dependency in dependencies.Value)
            {
                dependency.AddUnfinished(pending, resource);
            }
        }
    }

    private static void Await(Resource? other, List<Task> pending)
    {
        if (other is not null && !other.State.IsSucceeded)
        {
            pending.Add(other.State.Completion);
        }
    }
}
