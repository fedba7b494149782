using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Checks names of Kubernetes objects.</summary>
internal static class NameChecks
{
    /// <summary>A namespace.</summary>
    public static string? Label(string value, LeafReport report) =>
        Accept(value, report, KubernetesName.CheckLabel(value), "is no namespace name");

    /// <summary>An object that may have dots in its name.</summary>
    public static string? Subdomain(string value, LeafReport report) =>
        Accept(value, report, KubernetesName.CheckSubdomain(value), "is no object name");

    private static string? Accept(string value, LeafReport report, string? refusal, string message)
    {
        if (refusal is null)
        {
            return value;
        }

        report.Refuse(value, report.IsSecret ? message : $"{message}: {refusal}", "write the name as Kubernetes knows it");
        return null;
    }
}
