namespace Hardening.Components;

/// <summary>How argument paths are written: members joined by a dot, list indices in brackets.</summary>
internal static class PathText
{
    public static string Join(string prefix, string path)
    {
        if (prefix.Length == 0 || path.Length == 0)
        {
            return prefix + path;
        }

        return path[0] == '[' ? prefix + path : $"{prefix}.{path}";
    }
}
