using Pulumi;

namespace Hardening.Components;

/// <summary>A role of a <see cref="GitOpsProject"/>: what its groups may do with the project's Applications.</summary>
public sealed class GitOpsRoleArgs : ResourceArgs
{
    /// <summary>Letters, digits, <c>-</c> and <c>_</c>; first and last a letter or digit. Required.</summary>
    [Input("name", required: true)]
    public string? Name { get; set; }

    /// <summary>What the role is for.</summary>
    [Input("description")]
    public string? Description { get; set; }

    /// <summary>
    /// Policies, each <c>p, proj:&lt;project&gt;:&lt;role&gt;, &lt;resource&gt;, &lt;action&gt;, &lt;project&gt;/&lt;object&gt;, allow</c> or <c>deny</c>. Resources are
    /// applications, applicationsets, repositories, clusters, logs and exec. Default: the role may look at the project.
    /// </summary>
    [Input("policies")]
    public List<string>? Policies { get; set; }

    /// <summary>Groups of the identity provider that have the role; one with a comma stands in double quotes. Default: none.</summary>
    [Input("groups")]
    public List<string>? Groups { get; set; }
}
