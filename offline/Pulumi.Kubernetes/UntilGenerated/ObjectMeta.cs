using System.Collections.Immutable;

namespace Pulumi.Kubernetes.Types.Outputs.Meta.V1;

[OutputType]
public sealed class ObjectMeta
{
#pragma warning disable CA1051, MA0069 // Fields in the official surface.
    public readonly ImmutableDictionary<string, string> Annotations;
    public readonly ImmutableDictionary<string, string> Labels;
    public readonly string Name;
    public readonly string Namespace;
#pragma warning restore CA1051, MA0069

    [OutputConstructor]
    private ObjectMeta(ImmutableDictionary<string, string> annotations, ImmutableDictionary<string, string> labels, string name, string @namespace)
    {
        Annotations = annotations;
        Labels = labels;
        Name = name;
        Namespace = @namespace;
    }
}
