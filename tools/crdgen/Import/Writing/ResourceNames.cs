using System.Text;
using Crdgen.Import.Reading;
using Crdgen.Model;

namespace Crdgen.Import.Writing;

/// <summary>Names for resources and their variables: from namespace, name and kind, each once.</summary>
internal sealed class ResourceNames
{
    private const int MaximumLength = 200;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _variables = new(["config", "options"], StringComparer.Ordinal);

    /// <summary>The Pulumi name: <c>shop-web-deployment</c>.</summary>
    public string Resource(Manifest manifest)
    {
        var parts = new[] { manifest.Namespace, manifest.Name, Kebab(manifest.Kind) }.OfType<string>();
        var plain = string.Concat(string.Join('-', parts).Take(MaximumLength).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' ? c : '-'));
        var name = plain;
        for (var number = 2; !_names.Add(name); number++)
        {
            name = $"{plain}-{number}";
        }

        return name;
    }

    /// <summary>The variable for it: <c>shopWebDeployment</c>.</summary>
    public string Variable(string resource)
    {
        var pascal = Names.Pascal(resource);
        var plain = char.IsAsciiLetter(pascal[0]) ? Names.Parameter(char.ToLowerInvariant(pascal[0]) + pascal[1..]) : pascal;
        var name = plain;
        for (var number = 2; !_variables.Add(name); number++)
        {
            name = $"{plain}_{number}";
        }

        return name;
    }

    /// <summary><c>NetworkPolicy</c> is <c>network-policy</c>, <c>CSIDriver</c> is <c>csi-driver</c>.</summary>
    private static string Kebab(string kind)
    {
        var text = new StringBuilder();
        for (var index = 0; index < kind.Length; index++)
        {
            var starts = char.IsAsciiLetterUpper(kind[index])
                && index > 0
                && (!char.IsAsciiLetterUpper(kind[index - 1]) || (index + 1 < kind.Length && char.IsAsciiLetterLower(kind[index + 1])));
            text.Append(starts ? "-" : "").Append(char.ToLowerInvariant(kind[index]));
        }

        return text.ToString();
    }
}
