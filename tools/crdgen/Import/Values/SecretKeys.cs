using Crdgen.Model;

namespace Crdgen.Import.Values;

/// <summary>Names of the configuration values that stand for secrets, each used once.</summary>
internal sealed class SecretKeys
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public bool Any => _used.Count > 0;

    public string Add(string objectName, string key)
    {
        var name = $"{objectName}-{key}";
        return Names.Unused(string.Concat(name.Take(200).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' ? c : '-')), _used);
    }
}
