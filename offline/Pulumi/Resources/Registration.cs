using System.Collections;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>
/// Brings one resource to the mocks, once everything it needs is there, and their answer back to its outputs. Nearly always nothing is
/// missing, so the steps run synchronously; what is missing is awaited between two attempts.
/// </summary>
internal sealed class Registration(Session session, Resource resource, ResourceArgs args, ResourceOptions options, ProviderResource? provider)
{
    private readonly List<Task> _pending = [];
    private SerializedState? _inputs;
    private MockResourceArgs? _request;
    private Task<(string? Id, object State)>? _answer;
    private string _idToRead = "";

    public Task RunAsync()
    {
#pragma warning disable CA1031 // Whatever goes wrong is the failure of this resource.
        try
        {
            return TryFinish() ? Task.CompletedTask : FinishAsync();
        }
        catch (Exception exception)
        {
            resource.State.Fail(exception);
            return Task.FromException(exception);
        }
#pragma warning restore CA1031
    }

    private async Task FinishAsync()
    {
        try
        {
            do
            {
                foreach (var task in _pending)
                {
                    await task.ConfigureAwait(false);
                }

                _pending.Clear();
            }
            while (!TryFinish());
        }
        catch (Exception exception)
        {
            resource.State.Fail(exception);
            throw;
        }
    }

    /// <summary>False when something is pending.</summary>
    private bool TryFinish()
    {
        if (_answer is null)
        {
            if (!TryPrepare())
            {
                return false;
            }

            if (_idToRead.Length == 0)
            {
                session.AddResource(resource);
            }

            if (resource is Stack)
            {
                resource.State.Succeed(session, "", null);
                return true;
            }

            _request = NewRequest();
            _answer = session.Mocks.NewResourceAsync(_request);
        }

        if (!_answer.IsCompleted)
        {
            _pending.Add(_answer);
            return false;
        }

        var (id, answer) = _answer.GetAwaiter().GetResult();
        var state = ReferenceEquals(answer, args) ? _inputs
            : _request!.IsEcho(answer) ? new SerializedState(_inputs!.Properties)
            : SerializeAnswer(answer);
        if (_pending.Count > 0)
        {
            return false;
        }

        if (_idToRead.Length > 0)
        {
            session.AddResource(resource);
        }

        resource.State.Succeed(session, _idToRead.Length > 0 ? _idToRead : id ?? _request!.Id ?? "", state);
        return true;
    }

    private MockResourceArgs NewRequest()
        => new(_inputs!.Properties)
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Provider = provider?.Reference ?? "",
            Id = _idToRead.Length > 0 ? _idToRead : (options as CustomResourceOptions)?.ImportId ?? "",
        };

    private bool TryPrepare()
    {
        if (!TryReadId())
        {
            return false;
        }

        AddExplicitDependencies();
        _inputs = SerializeInputs();
        Await(options.Parent ?? (resource is Stack ? null : session.Stack));
        Await(provider);
        return _pending.Count == 0;
    }

    private bool TryReadId()
    {
        if (options.Id is null)
        {
            return true;
        }

        var id = options.Id.ToOutput();
        if (!id.TryGet(out var data))
        {
            _pending.Add(id.DataTask);
            return false;
        }

        if (data.IsKnown && !string.IsNullOrEmpty(data.Value))
        {
            _idToRead = resource is CustomResource
                ? data.Value
                : throw new ArgumentException("ResourceOptions.Id is only valid for a CustomResource");
        }

        return true;
    }

    private SerializedState SerializeInputs()
    {
        var members = InputTable.Of(args.GetType()).Members;
        var result = new SerializedState(new ObjectNode(members.Length));
        if (members.Length == 0)
        {
            return result;
        }

        var serializer = new Serializer(resource);
        foreach (var member in members)
        {
            serializer.Begin(member.WireName);
            var value = member.Read(args, serializer);
            object? plain;
            try
            {
                plain = serializer.Serialize(value);
            }
            catch (Exception exception)
            {
                throw Named(member.WireName, exception);
            }

            if (serializer.Pending is { } waits)
            {
                foreach (var wait in waits)
                {
                    _pending.Add(NamedAsync(member.WireName, wait));
                }
            }

            if (member.WireName is not ("id" or "urn"))
            {
                result.Add(member.WireName, plain, serializer.Flags);
            }
        }

        AddUnfinished(serializer.Dependencies);
        return result;
    }

    private SerializedState SerializeAnswer(object answer)
    {
        var serializer = new Serializer(resource);
        var result = new SerializedState(new ObjectNode(0));
        switch (answer)
        {
            case IEnumerable<KeyValuePair<string, object>> entries:
                foreach (var entry in entries)
                {
                    Add(entry.Key, entry.Value);
                }

                break;
            case IDictionary entries:
                foreach (DictionaryEntry entry in entries)
                {
                    Add((string)entry.Key, entry.Value);
                }

                break;
            case InputArgs other:
                foreach (var member in InputTable.Of(other.GetType()).Members)
                {
                    Add(member.WireName, member.Read(other, serializer));
                }

                break;
            default:
                throw new InvalidOperationException($"{answer.GetType().FullName} is not a supported argument type");
        }

        return result;

        void Add(string key, object? value)
        {
            serializer.Begin(key);
            result.Add(key, serializer.Serialize(value), serializer.Flags);
            _pending.AddRange(serializer.Pending ?? []);
        }
    }

    private static InvalidOperationException Named(string property, Exception exception)
        => new($"error serializing property \"{property}\": {exception.Message}", exception);

    private static async Task NamedAsync(string property, Task wait)
    {
        try
        {
            await wait.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            throw Named(property, exception);
        }
    }

    private void AddExplicitDependencies()
    {
        if (options.DependsOnOrNull is not { } dependsOn)
        {
            return;
        }

        if (dependsOn.TryGetItems(out var items))
        {
            foreach (var item in items)
            {
                AddExplicitDependency(item);
            }
        }
        else if (!dependsOn.ToOutput().TryGet(out var dependencies))
        {
            _pending.Add(dependsOn.ToOutput().DataTask);
        }
        else if (dependencies.IsKnown && !dependencies.Value.IsDefault)
        {
            foreach (var dependency in dependencies.Value)
            {
                dependency.AddUnfinished(_pending, resource);
            }
        }
    }

    private void AddExplicitDependency(Output<Resource> output)
    {
        if (!output.TryGet(out var data))
        {
            _pending.Add(output.DataTask);
        }
        else if (data.IsKnown)
        {
            data.Value?.AddUnfinished(_pending, resource);
        }
    }

    private void AddUnfinished(Dependencies dependencies)
    {
        if (dependencies.IsEmpty)
        {
            return;
        }

        foreach (var dependency in dependencies.ToArray())
        {
            dependency.AddUnfinished(_pending, resource);
        }
    }

    private void Await(Resource? other)
    {
        if (other is not null && !other.State.IsSucceeded)
        {
            _pending.Add(other.State.Completion);
        }
    }
}
