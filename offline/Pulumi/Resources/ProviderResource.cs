using Pulumi.Serialization;

namespace Pulumi;

public class ProviderResource : CustomResource
{
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : base($"pulumi:providers:{package}", name, args, options)
        => Package = package;

    internal string Package { get; }

    /// <summary>How resources name the provider they use.</summary>
    internal string Reference => $"{State.Urn}::{(State.Id.Length == 0 ? Serializer.UnknownValue : State.Id)}";
}
