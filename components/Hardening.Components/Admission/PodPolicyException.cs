namespace Hardening.Components;

/// <summary>Workloads that a policy about pods lets pass, for a reason and for a time.</summary>
/// <param name="Name">Unique within the policy.</param>
/// <param name="Reason">Why.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Expires">The last day.</param>
/// <param name="ForPods">The CEL text that recognises the workload's pods.</param>
/// <param name="ForPodsAndControllers">The CEL text that recognises its pods and its controller, whichever is asked about.</param>
internal sealed record PodPolicyException(string Name, string Reason, string Owner, string Expires, string ForPods, string ForPodsAndControllers)
{
    public IEnumerable<KeyValuePair<string, string>> Annotations =>
    [
        new("hardening/expires", Expires),
        new("hardening/owner", Owner),
        new("hardening/reason", Reason),
    ];
}
