using System.Globalization;

namespace Hardening.Infra.StackFiles.Editing;

/// <summary>One step from a value to one below it: a key of a mapping, or an index of a list.</summary>
/// <param name="Key">The key; null for an index.</param>
/// <param name="Index">The index, where there is no key.</param>
internal readonly record struct YamlStep(string? Key, int Index)
{
    public static implicit operator YamlStep(string key) => new(key, 0);

    public static implicit operator YamlStep(int index) => new(null, index);

    public override string ToString() => Key ?? Index.ToString(CultureInfo.InvariantCulture);
}
