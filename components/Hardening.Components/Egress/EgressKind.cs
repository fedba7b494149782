namespace Hardening.Components;

/// <summary>The kinds of destination that a rule names, one a rule.</summary>
internal enum EgressKind
{
    Dns,
    NodeLocalDns,
    SameNamespace,
    Namespace,
    AnyNamespace,
    KubeApiServer,
    Nodes,
    Nfs,
    Fqdn,
    Cidr,
    CidrGroup,
    Icmp,
    World,
    None,
}
