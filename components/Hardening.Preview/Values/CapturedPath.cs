namespace Hardening.Preview;

/// <summary>Paths such as <c>spec.egress[1].toPorts</c>; a name that is no identifier stands in brackets: <c>metadata.labels["app.kubernetes.io/name"]</c>.</summary>
internal static class CapturedPath
{
    public static string Member(string path, string name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or '$'))
            {
                return $"{path}[\"{name}\"]";
            }
        }

        return path.Length == 0 ? name : $"{path}.{name}";
    }
}
