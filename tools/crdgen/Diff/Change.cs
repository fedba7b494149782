namespace Crdgen.Diff;

/// <summary>One change at one place or, where a schema stands in several, at all of them.</summary>
/// <param name="Group">The API group.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Version">The version, or null where the change concerns the kind as a whole.</param>
/// <param name="Path">The place, the shortest where there are several; empty for the kind or version itself.</param>
/// <param name="Places">In how many places the changed schema stands.</param>
/// <param name="Local">What changed there.</param>
internal sealed record Change(string Group, string Kind, string? Version, string Path, long Places, LocalChange Local)
{
    public bool BreaksManifests => Local.Manifests >= Impact.May;

    public bool BreaksCode => Local.Code >= Impact.May;
}
