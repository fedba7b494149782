using Pulumi.Serialization;

namespace Pulumi;

public class Resource
{
    private static readonly ResourceTransformation[] NoTransformations = [];
    private static readonly Func<Alias, Alias> CheckAlias = alias => alias.Check();

    private readonly string _type;
    private readonly string _name;
    private readonly ResourceTransformation[] _transformations;
    private readonly bool? _protect;
    private readonly Providers _providers = Providers.None;
    private List<Resource>? _children;

    private protected Resource(string type, string name, bool custom, ResourceArgs args, ResourceOptions options)
    {
        if (string.IsNullOrEmpty(type))
        {
            throw new ArgumentException("'type' cannot be null or empty.", nameof(type));
        }

        if (string.IsNullOrEmpty(name))
        {
            throw new ArgumentException("'name' cannot be null or empty.", nameof(name));
        }

        // Outputs first: nobody may see the resource without them.
        _type = type;
        _name = name;
        State = new ResourceState(this);
        Urn = NewOutput(OutputSlot.Urn);
        AttachOutputs();

        var session = Deployment.Instance.Session;
        var inheritsFrom = options.Parent ?? (type == Stack.RootType ? null : session.Stack);
        _transformations = Inherit(options.TransformationsOrNull, inheritsFrom?._transformations);
        (args, options) = Transform(args, options);

        if (options.Provider is not null && options is ComponentResourceOptions { ProvidersOrNull.Count: > 0 })
        {
            throw new ResourceException("Do not supply both 'provider' and 'providers' options to a ComponentResource.", options.Parent);
        }

        _protect = options.Protect;
        if (options.Parent is { } parent)
        {
            parent.AddChild(this);
            _protect ??= parent._protect;
            _providers = parent._providers;
        }

        var provider = custom ? options.Provider ?? _providers.Find(type) : null;
        _providers = custom
            ? options.Provider is { } own ? _providers.With(Providers.PackageOf(type), own) : _providers
            : WithComponentProviders(_providers, options);

        if (options.AliasesOrNull is { } aliases)
        {
            foreach (var alias in aliases)
            {
                alias.Apply(CheckAlias);
            }
        }

        session.Tasks.Track(new Registration(session, this, args, options, provider).RunAsync());
    }

    [Output("urn")]
    public Output<string> Urn { get; }

    internal ResourceState State { get; }

    public string GetResourceType() => _type;

    public string GetResourceName() => _name;

    /// <summary>Adds what is still to be waited for before something may depend on this resource; a component stands for its children.</summary>
    internal void AddUnfinished(ICollection<Task> pending, Resource dependent, HashSet<Resource>? seen = null)
    {
        if (ReferenceEquals(this, dependent))
        {
            return;
        }

        if (this is not ComponentResource)
        {
            if (!State.IsSucceeded)
            {
                pending.Add(State.Completion);
            }

            return;
        }

        Resource[] children;
        lock (State)
        {
            children = _children is null ? [] : [.. _children];
        }

        seen ??= [];
        foreach (var child in children)
        {
            if (seen.Add(child))
            {
                child.AddUnfinished(pending, dependent, seen);
            }
        }
    }

    private protected Output<string> NewOutput(OutputSlot slot)
    {
        var output = new Output<string>("");
        ((IOutput)output).Attach(State, slot);
        return output;
    }

    private protected virtual void AttachOutputs()
    {
    }

    private static ResourceTransformation[] Inherit(List<ResourceTransformation>? own, ResourceTransformation[]? inherited)
        => own is not { Count: > 0 } ? inherited ?? NoTransformations
            : inherited is null ? [.. own]
            : [.. own, .. inherited];

    private static Providers WithComponentProviders(Providers providers, ResourceOptions options)
    {
        if (options.Provider is { } only)
        {
            return providers.With(only.Package, only);
        }

        if ((options as ComponentResourceOptions)?.ProvidersOrNull is { } own)
        {
            foreach (var provider in own)
            {
                providers = providers.With(provider.Package, provider);
            }
        }

        return providers;
    }

    private (ResourceArgs Args, ResourceOptions Options) Transform(ResourceArgs args, ResourceOptions options)
    {
        foreach (var transformation in _transformations)
        {
            if (transformation(new ResourceTransformationArgs(this, args, options)) is not { } result)
            {
                continue;
            }

            if (result.Options.Parent != options.Parent)
            {
                throw new ArgumentException("Transformations cannot currently be used to change the 'parent' of a resource.");
            }

            args = result.Args;
            options = result.Options;
        }

        return (args, options);
    }

    private void AddChild(Resource child)
    {
        lock (State)
        {
            (_children ??= []).Add(child);
        }
    }
}
