namespace Hardening.Components;

/// <summary>The kinds of source that a rule names, one a rule.</summary>
internal enum IngressKind
{
    SameNamespace,
    Namespace,
    AnyNamespace,
    KubeApiServer,
    Nodes,
    Cidr,
    CidrGroup,
    Entities,
    Icmp,
    World,
    None,
}
