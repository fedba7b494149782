using Pulumi;

namespace Hardening.Components;

/// <summary>One Secret of a <see cref="SealedSecretBundle"/>, its values either sealed already or to be sealed.</summary>
public sealed class BundledSecretArgs : ResourceArgs
{
    /// <summary>Namespace of the Secret. Required.</summary>
    [Input("namespace", required: true)]
    public string? Namespace { get; set; }

    /// <summary>Name of the Secret and of its SealedSecret. Required.</summary>
    [Input("name", required: true)]
    public string? Name { get; set; }

    /// <summary>One of <see cref="SealingScope.All"/>; default: the bundle's. Data that <c>kubeseal</c> sealed needs the scope that it was sealed with.</summary>
    [Input("scope")]
    public string? Scope { get; set; }

    /// <summary>The Secret's type, such as <c>kubernetes.io/dockerconfigjson</c>. Default: <c>Opaque</c>.</summary>
    [Input("type")]
    public string? Type { get; set; }

    /// <summary>Whether the Secret cannot be changed once it exists; the controller then cannot change it either. Default: false.</summary>
    [Input("immutable")]
    public bool? Immutable { get; set; }

    /// <summary>Labels of the Secret.</summary>
    [Input("labels")]
    public Dictionary<string, string>? Labels { get; set; }

    /// <summary>Annotations of the Secret. The scope's own annotation is written by itself.</summary>
    [Input("annotations")]
    public Dictionary<string, string>? Annotations { get; set; }

    /// <summary>
    /// What <c>kubeseal</c> printed below <c>spec.encryptedData</c>, by key of the Secret: base64 of two bytes of length, the session key in RSA-OAEP, and the value in
    /// AES-256-GCM. Exactly one of this and <see cref="Data"/>.
    /// </summary>
    [Input("encryptedData")]
    public Dictionary<string, string>? EncryptedData { get; set; }

    /// <summary>
    /// Texts to be sealed here, by key of the Secret, as in <c>stringData</c>. Every one counts as a Pulumi secret, whether it is marked as one or not, and leaves the component
    /// only sealed. Needs the bundle's certificate and sealing seed.
    /// </summary>
    [Input("data")]
    public Dictionary<string, Input<string>>? Data { get; set; }
}
