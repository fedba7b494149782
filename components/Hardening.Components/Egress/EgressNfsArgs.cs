using Pulumi;

namespace Hardening.Components;

/// <summary>
/// NFS servers outside the cluster. Only traffic of pods that are NFS clients themselves passes a policy: kubelet's and CSI node
/// plugins' mounts come from the node's own network. The rule's reason should say which pods are clients; without one it warns.
/// </summary>
public sealed class EgressNfsArgs : ResourceArgs
{
    /// <summary>The servers' addresses or blocks. Required, never empty. A server that is a cluster node needs a <c>nodes</c> rule instead.</summary>
    [Input("addresses", required: true)]
    public List<Input<string>>? Addresses { get; set; }

    /// <summary><see cref="NfsVersion.V4"/> (default): 2049/TCP. <see cref="NfsVersion.V3"/>: also the portmapper on 111 and mountd, each over TCP and UDP.</summary>
    [Input("version")]
    public string? Version { get; set; }

    /// <summary>The port of NFSv3's mountd, 20048 by convention; servers that do not pin it choose a random one.</summary>
    [Input("mountdPort")]
    public int? MountdPort { get; set; }
}
