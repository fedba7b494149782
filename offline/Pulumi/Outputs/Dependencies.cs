using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The resources that a value came from. Nearly always none or one, so no set is built until somebody asks for it.</summary>
internal readonly struct Dependencies
{
    private readonly object? _resources;

    private Dependencies(object resources) => _resources = resources;

    public Dependencies(Resource resource) => _resources = resource;

    public bool IsEmpty => _resources is null;

    public Dependencies Union(Dependencies other)
    {
        if (other._resources is null || ReferenceEquals(_resources, other._resources))
        {
            return this;
        }

        return _resources is null ? other : new Dependencies([.. ToArray().Union(other.ToArray())]);
    }

    private Dependencies(Resource[] resources)
        : this((object)resources)
    {
    }

    public Resource[] ToArray()
        => _resources switch
        {
            null => [],
            Resource resource => [resource],
            var many => (Resource[])many,
        };

    public ImmutableHashSet<Resource> ToImmutableHashSet() => [.. ToArray()];
}
