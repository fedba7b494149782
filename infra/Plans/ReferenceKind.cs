namespace Hardening.Infra.Plans;

internal enum ReferenceKind
{
    Namespace,
    CidrGroup,
}
