namespace Hardening.Components;

/// <summary>Whether pods that run without being ready may be evicted while the budget is used up.</summary>
public static class UnhealthyPodEviction
{
    /// <summary>Always: a pod that crashes in a loop does not hold up a drain.</summary>
    public const string AlwaysAllow = "AlwaysAllow";

    /// <summary>Only while as many pods are healthy as the budget asks for; what Kubernetes does where nothing is stated.</summary>
    public const string IfHealthyBudget = "IfHealthyBudget";

    /// <summary>Every value, the default first.</summary>
    public static IReadOnlyList<string> All { get; } = [AlwaysAllow, IfHealthyBudget];
}
