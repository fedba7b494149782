using Pulumi;

namespace Hardening.Components;

/// <summary>A named list of addresses, a CiliumCIDRGroup, that egress rules refer to by its name.</summary>
public sealed class CidrGroupArgs : ResourceArgs
{
    /// <summary>The name: a DNS-1123 subdomain. Required.</summary>
    [Input("name", required: true)]
    public string? Name { get; set; }

    /// <summary>The addresses, as blocks: <c>203.0.113.0/24</c>. Required; never empty.</summary>
    [Input("cidrs", required: true)]
    public List<string>? Cidrs { get; set; }
}
