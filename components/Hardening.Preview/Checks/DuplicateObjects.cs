namespace Hardening.Preview.Checks;

/// <summary>Finds two resources of a stack that write the same object. Patches share objects by design.</summary>
internal sealed class DuplicateObjects
{
    private readonly Dictionary<(string Group, string Kind, string? Namespace, string Name), CapturedResource> _objects = [];

    public void Check(CapturedResource resource, List<Finding> findings)
    {
        if (resource.IsPatch || resource.ObjectName is not { Length: > 0 } name || resource.Inputs["metadata"]!["namespace"]?.IsUnknown == true)
        {
            return;
        }

        var apiVersion = resource.ApiVersion!;
        var slash = apiVersion.IndexOf('/', StringComparison.Ordinal);
        var key = (slash < 0 ? "" : apiVersion[..slash], resource.Kind!, resource.ObjectNamespace, name);
        if (!_objects.TryAdd(key, resource))
        {
            var place = resource.ObjectNamespace is { } ns ? $" in namespace {ns}" : "";
            findings.Add(Finding.About(resource, FindingIds.DuplicateObject, FindingSeverity.Error, "metadata.name",
                $"{resource.Kind} \"{name}\"{place} is written by {_objects[key]} already", "remove one of them or give it another name"));
        }
    }
}
