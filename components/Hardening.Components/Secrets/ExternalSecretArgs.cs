using Pulumi;

namespace Hardening.Components;

/// <summary>A Secret that something else makes, such as one made by hand while the cluster was set up. It is known by name; nothing creates it.</summary>
public sealed class ExternalSecretArgs : ResourceArgs
{
    /// <summary>Namespace of the Secret. Required.</summary>
    [Input("namespace", required: true)]
    public string? Namespace { get; set; }

    /// <summary>Name of the Secret. Required.</summary>
    [Input("name", required: true)]
    public string? Name { get; set; }

    /// <summary>Who reads it. Required: a secret that nobody uses can go.</summary>
    [Input("usedBy", required: true)]
    public List<string>? UsedBy { get; set; }

    /// <summary>How it is made and why it is not in Git, in a sentence for whoever has to make it again. Required.</summary>
    [Input("reason", required: true)]
    public string? Reason { get; set; }
}
