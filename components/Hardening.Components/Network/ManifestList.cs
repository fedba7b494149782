using Pulumi;

namespace Hardening.Components;

/// <summary>Makes the lists of a manifest.</summary>
internal static class ManifestList
{
    public static InputList<T> Of<T>(IEnumerable<Input<T>> items)
    {
        var list = new InputList<T>();
        foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }

    public static InputList<T> Of<T>(IEnumerable<T> items) => Of(items.Select(item => (Input<T>)item));

    public static InputMap<string> Map(IReadOnlyDictionary<string, string> labels)
    {
        var map = new InputMap<string>();
        foreach (var (key, value) in labels)
        {
            map.Add(key, value);
        }

        return map;
    }
}
