using Hardening.Preview.Yaml;

namespace Hardening.Preview.Rendering;

/// <summary>The <c>kustomization.yaml</c> of each folder and the one at the top.</summary>
internal static class Kustomizations
{
    public const string FileName = "kustomization.yaml";

    public static void Write(List<TreeFile> manifests, Utf8Buffer buffer, List<RenderedPiece> output)
    {
        var folders = new Dictionary<string, List<TreeFile>>(StringComparer.Ordinal);
        foreach (var file in manifests)
        {
            if (!folders.TryGetValue(file.Folder, out var files))
            {
                folders.Add(file.Folder, files = []);
            }

            files.Add(file);
        }

        // "cluster" sorts before "namespaces/…": what a namespace's objects need comes first.
        var names = folders.Keys.Order(StringComparer.Ordinal).ToList();
        foreach (var folder in names)
        {
            var files = folders[folder];
            files.Sort(static (a, b) => Rank(a) != Rank(b) ? Rank(a) - Rank(b) : string.CompareOrdinal(a.FileName, b.FileName));
            WriteOne($"{folder}/{FileName}", files.Select(static file => file.FileName), buffer, output);
        }

        WriteOne(FileName, names, buffer, output);
    }

    /// <summary>Namespaces and definitions first: whoever applies a folder in the order of its list needs them before their objects.</summary>
    private static int Rank(TreeFile file) => file.Resource.Kind switch
    {
        "Namespace" => 0,
        "CustomResourceDefinition" => 1,
        _ => 2,
    };

    private static void WriteOne(string path, IEnumerable<string> resources, Utf8Buffer buffer, List<RenderedPiece> output)
    {
        var start = buffer.Length;
        buffer.Write("apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n"u8);
        foreach (var resource in resources)
        {
            buffer.Write("- "u8);
            buffer.Write(resource);
            buffer.Write((byte)'\n');
        }

        output.Add(new RenderedPiece(path, buffer, start, buffer.Length - start));
    }
}
