using System.Text.Json;

namespace Hardening.Components;

/// <summary>A pod that the Pod Security Standards judge.</summary>
/// <param name="spec">The pod's <c>spec</c>.</param>
/// <param name="annotations">Its annotations.</param>
/// <param name="minor">The minor version of the standard.</param>
internal sealed class PodSecuritySubject(JsonElement spec, IReadOnlyDictionary<string, string> annotations, int minor)
{
    private static readonly string[] Lists = ["initContainers", "containers", "ephemeralContainers"];

    public JsonElement Spec { get; } = spec;

    public IReadOnlyDictionary<string, string> Annotations { get; } = annotations;

    public int Minor { get; } = minor;

    public IReadOnlyList<(string Name, JsonElement Value)> Containers { get; } =
        [.. Lists.SelectMany(list => ContextPath.Items(spec, list)).Select(container => (ContextPath.Text(container, "name") ?? string.Empty, container))];

    /// <summary>Windows has no such privileges, so that some checks pass over its pods.</summary>
    public bool IsWindows => ContextPath.Text(Spec, "os.name") == "windows";

    /// <summary>Users of the pod are nobody on the host: some checks pass over such pods from version 1.35 on.</summary>
    public bool HasOwnUsers => Minor >= 35 && ContextPath.Flag(Spec, "hostUsers") == false;

    public static PodRefusal OfPod(string message, string fix) => new("pod", message, fix);

    public static PodRefusal OfContainer(string name, string message, string fix) => new("container " + name, message, fix);

    /// <summary>One refusal for each container of which something holds.</summary>
    public IEnumerable<PodRefusal> Where(Func<JsonElement, bool> holds, string message, string fix) =>
        Containers.Where(container => holds(container.Value)).Select(container => OfContainer(container.Name, message, fix));

    /// <summary>One refusal for the pod and for each container whose security context holds a text that is not allowed.</summary>
    public IEnumerable<PodRefusal> Texts(string path, Func<string, bool> isAllowed, string what, string fix)
    {
        var full = "securityContext." + path;
        if (ContextPath.Text(Spec, full) is { } ofPod && !isAllowed(ofPod))
        {
            yield return OfPod($"has {what} {ofPod}", fix);
        }

        foreach (var (name, container) in Containers)
        {
            if (ContextPath.Text(container, full) is { } text && !isAllowed(text))
            {
                yield return OfContainer(name, $"has {what} {text}", fix);
            }
        }
    }
}
