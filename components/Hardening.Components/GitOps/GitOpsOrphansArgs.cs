using Pulumi;

namespace Hardening.Components;

/// <summary>How objects in a project's destinations that no Application owns are watched for.</summary>
public sealed class GitOpsOrphansArgs : ResourceArgs
{
    /// <summary>True warns at every Application of a namespace that has such objects. Default: Argo CD's, which is to warn.</summary>
    [Input("warn")]
    public bool? Warn { get; set; }

    /// <summary>Objects that are not counted. Default: none.</summary>
    [Input("ignore")]
    public List<GitOpsOrphanArgs>? Ignore { get; set; }
}
