using Hardening.Components;
using Hardening.Infra.Plans;

namespace Hardening.Infra.Reports.DefinitionOfDone.Evidence;

/// <summary>ResourceQuota: a ceiling on the memory of all pods of a namespace.</summary>
internal sealed class ResourceQuotaEvidence() : NamespaceEvidence(NamespaceControl.ResourceQuota)
{
    /// <summary>What bounds the memory of a namespace, the strictest promise first; <c>memory</c> is Kubernetes' short form of <c>requests.memory</c>.</summary>
    private static readonly string[] Ceilings = ["requests.memory", "limits.memory", "memory"];

    protected override DoneLine Line(DoneFacts facts, NamespacePlan space)
    {
        var quotas = facts.Objects("ResourceQuota", space.Name).ToList();
        foreach (var quota in quotas.Where(quota => quota.Inputs["spec"] is { } spec && spec["scopes"] is null && spec["scopeSelector"] is null))
        {
            foreach (var key in Ceilings)
            {
                if (quota.Inputs["spec"]!["hard"]?[key] is { } ceiling && EvidenceText.IsStated(ceiling))
                    return Done(space, EvidenceText.Of(quota, $"spec.hard[{key}]", ceiling));
            }
        }

        return Missing(space, quotas.Count == 0 ? $"no ResourceQuota in {space.Name}" : $"no ResourceQuota in {space.Name} bounds the memory of all its pods", "quota.hard");
    }
}
