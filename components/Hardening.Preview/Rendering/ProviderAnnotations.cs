namespace Hardening.Preview.Rendering;

/// <summary>
/// Annotations that speak to Pulumi's Kubernetes provider (<c>pulumi.com/patchFieldManager</c>, <c>pulumi.com/waitFor</c> …). A manifest that
/// somebody else delivers is better without them: nobody reads them there, and applying them would store them in the object.
/// </summary>
internal static class ProviderAnnotations
{
    private const string Prefix = "pulumi.com/";

    /// <summary>The object without them; the same instance where it has none.</summary>
    public static CapturedValue Without(CapturedValue inputs)
    {
        if (inputs["metadata"] is not { } metadata || metadata["annotations"] is not { } annotations || !annotations.Members.Any(IsProviders))
        {
            return inputs;
        }

        var kept = annotations.Members.Where(annotation => !IsProviders(annotation)).ToArray();
        return Replace(inputs, "metadata", Replace(metadata, "annotations", kept.Length == 0 ? null : Marked(kept, annotations)));
    }

    private static bool IsProviders(CapturedMember annotation) => annotation.Name.StartsWith(Prefix, StringComparison.Ordinal);

    private static CapturedValue Replace(CapturedValue map, string name, CapturedValue? value) => Marked(
        [.. map.Members.Where(member => value is not null || member.Name != name).Select(member => member.Name == name ? new CapturedMember(name, value!) : member)], map);

    private static CapturedValue Marked(CapturedMember[] members, CapturedValue original)
    {
        var map = CapturedValue.FromOrderedMembers(members);
        return original.IsSecret ? map.AsSecret() : map;
    }
}
