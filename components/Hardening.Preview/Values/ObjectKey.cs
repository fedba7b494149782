namespace Hardening.Preview;

/// <summary>What makes an object the same object for an API server, whatever version it is written in: group, kind, namespace and name.</summary>
internal static class ObjectKey
{
    public static string Of(CapturedResource resource, string name)
    {
        var apiVersion = resource.ApiVersion!;
        var slash = apiVersion.IndexOf('/', StringComparison.Ordinal);
        return $"{(slash < 0 ? "" : apiVersion[..slash])}/{resource.Kind}/{resource.ObjectNamespace}/{name}";
    }
}
