namespace Hardening.Preview.Checks;

/// <summary>Finds two resources of a stack that write the same object. Patches share objects by design.</summary>
internal sealed class DuplicateObjects
{
    private readonly Dictionary<string, CapturedResource> _objects = new(StringComparer.Ordinal);

    public void Check(CapturedResource resource, List<Finding> findings)
    {
        if (resource.IsPatch || resource.ObjectName is not { Length: > 0 } name || resource.Inputs["metadata"]!["namespace"]?.IsUnknown == true)
        {
            return;
        }

        var key = ObjectKey.Of(resource, name);
        if (!_objects.TryAdd(key, resource))
        {
            var place = resource.ObjectNamespace is { } ns ? $" in namespace {ns}" : "";
            var shown = resource.Inputs["metadata"] is { } metadata && (metadata.IsSecret || metadata["name"]!.IsSecret) ? "with a secret name" : $"\"{name}\"";
            findings.Add(Finding.About(resource, FindingIds.DuplicateObject, FindingSeverity.Error, "metadata.name",
                $"{resource.Kind} {shown}{place} is written by {_objects[key]} already", "remove one of them or give it another name"));
        }
    }
}
