using System.Text.Json;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>What one container asks for after the API server and the LimitRange have filled in what it leaves out.</summary>
internal sealed class ContainerUse
{
    private ContainerUse(string name, bool isInit, bool isSidecar)
    {
        Name = name;
        IsInit = isInit;
        IsSidecar = isSidecar;
    }

    public string Name { get; }

    public bool IsInit { get; }

    /// <summary>An init container that keeps running beside the others.</summary>
    public bool IsSidecar { get; }

    public SortedDictionary<string, Quantity> Requests { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, Quantity> Limits { get; } = new(StringComparer.Ordinal);

    /// <summary>Limits that the LimitRange supplied.</summary>
    public HashSet<string> DefaultLimits { get; } = new(StringComparer.Ordinal);

    /// <summary>The containers and init containers of a pod. A quantity that cannot be read counts as absent: no recorded object has one.</summary>
    public static IReadOnlyList<ContainerUse> Of(JsonElement spec, LimitNumbers? defaults) =>
    [
        .. ContextPath.Items(spec, "initContainers").Select(container => Of(container, isInit: true, defaults)),
        .. ContextPath.Items(spec, "containers").Select(container => Of(container, isInit: false, defaults)),
    ];

    private static ContainerUse Of(JsonElement container, bool isInit, LimitNumbers? defaults)
    {
        var use = new ContainerUse(ContextPath.Text(container, "name") ?? string.Empty, isInit, isInit && ContextPath.Text(container, "restartPolicy") == "Always");
        Read(container, "resources.limits", use.Limits);
        Read(container, "resources.requests", use.Requests);
        foreach (var (resource, limit) in use.Limits)
        {
            // The API server does this before any admission.
            use.Requests.TryAdd(resource, limit);
        }

        foreach (var resource in defaults?.Resources ?? [])
        {
            var limit = Find(defaults!.Default, resource) ?? Find(defaults.Max, resource);
            if (limit is { } given && use.Limits.TryAdd(resource, given))
            {
                use.DefaultLimits.Add(resource);
            }

            if ((Find(defaults.DefaultRequest, resource) ?? limit ?? Find(defaults.Min, resource)) is { } request)
            {
                use.Requests.TryAdd(resource, request);
            }
        }

        return use;
    }

    internal static void Read(JsonElement owner, string path, SortedDictionary<string, Quantity> into)
    {
        if (ContextPath.At(owner, path) is not { ValueKind: JsonValueKind.Object } map)
        {
            return;
        }

        foreach (var member in map.EnumerateObject())
        {
            var text = member.Value.ValueKind == JsonValueKind.Number ? member.Value.GetRawText() : member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : null;
            if (Quantity.TryParse(text, out var quantity, out _))
            {
                into[member.Name] = quantity;
            }
        }
    }

    internal static Quantity? Find(SortedDictionary<string, Quantity> map, string resource) => map.TryGetValue(resource, out var quantity) ? quantity : null;
}
