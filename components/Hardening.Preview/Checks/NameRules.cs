using Hardening.Primitives;

namespace Hardening.Preview.Checks;

/// <summary>What a name must be, by kind.</summary>
internal static class NameRules
{
    // A CronJob's pods carry its name and 11 characters more.
    private const int LongestCronJob = 52;

    /// <summary>Why the name is refused, or null.</summary>
    public static string? Violation(CapturedResource resource, string name) => resource.Kind switch
    {
        "Namespace" or "Service" when resource.ApiVersion == "v1" => KubernetesName.CheckLabel(name),
        "Role" or "ClusterRole" or "RoleBinding" or "ClusterRoleBinding" when IsRbac(resource) => PathSegment(name),
        "CronJob" when name.Length > LongestCronJob => "a CronJob's name is at most 52 characters long",
        _ => KubernetesName.CheckSubdomain(name),
    };

    private static bool IsRbac(CapturedResource resource) => resource.ApiVersion!.StartsWith("rbac.authorization.k8s.io/", StringComparison.Ordinal);

    /// <summary>The names of roles may be anything that fits between two slashes of a URL.</summary>
    private static string? PathSegment(string name) => name is "" or "." or ".." || name.AsSpan().ContainsAny('/', '%')
        ? "a role's name is not empty, not \".\" or \"..\", and has no \"/\" and no \"%\""
        : null;
}
