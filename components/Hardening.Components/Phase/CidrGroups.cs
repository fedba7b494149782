using Hardening.Primitives;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.KubernetesCrds.Cilium.V2;

namespace Hardening.Components;

/// <summary>Checks and makes the lists of addresses of a phase.</summary>
internal static class CidrGroups
{
    public static ValidationResult Validate(IReadOnlyList<CidrGroupArgs?> groups)
    {
        var problems = new ProblemList();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < groups.Count; index++)
        {
            if (groups[index] is not { } group)
            {
                continue;
            }

            var here = problems.At(index);
            if (KubernetesName.CheckSubdomain(group.Name) is { } wrong)
            {
                here.Add("name", group.Name, wrong, "write a DNS name in lower case");
            }
            else if (!names.Add(group.Name!))
            {
                here.Add("name", group.Name, "is the name of an earlier group too", "merge the two");
            }

            CheckCidrs(group.Cidrs ?? [], here);
        }

        return problems.ToResult();
    }

    public static CiliumCIDRGroup Create(string name, CidrGroupArgs group, Resource parent) => new(
        name,
        new CiliumCIDRGroupArgs
        {
            Metadata = new ObjectMetaArgs { Name = group.Name!, Labels = { [NamespaceMetadata.ManagedByLabel] = NamespaceMetadata.ManagedBy } },
            Spec = new CiliumCIDRGroupSpecArgs { ExternalCIDRs = group.Cidrs!.ConvertAll(cidr => Cidr.Parse(cidr).ToString()) },
        },
        new CustomResourceOptions { Parent = parent });

    /// <summary>The groups that a policy's rules and carve-outs name, as far as that is known.</summary>
    public static IEnumerable<string> NamedBy(EgressPolicyArgs policy) =>
        (policy.Rules ?? []).Select(rule => rule.CidrGroup).Concat((policy.Deny ?? []).Select(deny => deny.CidrGroup))
        .OfType<Input<string>>().Select(group => InputLeaf.Of(group).Value).OfType<string>();

    /// <summary>The groups that a policy's rules name, as far as that is known.</summary>
    public static IEnumerable<string> NamedBy(IngressPolicyArgs policy) =>
        (policy.Rules ?? []).Select(rule => rule.CidrGroup).OfType<Input<string>>().Select(group => InputLeaf.Of(group).Value).OfType<string>();

    private static void CheckCidrs(List<string> cidrs, ProblemList problems)
    {
        if (cidrs.Count == 0)
        {
            problems.Add("cidrs", null, "is empty", "list the addresses, or leave the group out where somebody else manages it");
        }

        for (var index = 0; index < cidrs.Count; index++)
        {
            if (!Cidr.TryParse(cidrs[index], out _, out var error))
            {
                problems.At("cidrs").At(index).Add(string.Empty, cidrs[index], "is no address block: " + error, "write it as 203.0.113.0/24");
            }
        }
    }
}
