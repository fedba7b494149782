namespace Hardening.Components;

/// <summary>Controls of a <see cref="HardenedNamespace"/> that an exemption can name.</summary>
public static class NamespaceControl
{
    /// <summary>The Pod Security labels.</summary>
    public const string PodSecurity = "pod-security";

    /// <summary>The LimitRange.</summary>
    public const string LimitRange = "limit-range";

    /// <summary>The ResourceQuota.</summary>
    public const string ResourceQuota = "resource-quota";

    /// <summary>The default egress policy.</summary>
    public const string Egress = "egress";

    /// <summary>The default ingress policy.</summary>
    public const string Ingress = "ingress";

    /// <summary>Every control.</summary>
    public static IReadOnlyList<string> All { get; } = [PodSecurity, LimitRange, ResourceQuota, Egress, Ingress];
}
