using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A list or map of inputs that can be serialised item by item, without being flattened into one output first.</summary>
internal interface IInputCollection
{
    object? Serialize(Serializer serializer);
}
