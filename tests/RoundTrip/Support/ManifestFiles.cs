using YamlDotNet.RepresentationModel;

namespace Hardening.RoundTrip.Support;

/// <summary>The manifests of a folder, read by a parser that the import has no part in.</summary>
internal static class ManifestFiles
{
    public static IReadOnlyList<YamlMappingNode> Read(params string[] folders)
    {
        var manifests = new List<YamlMappingNode>();
        foreach (var file in folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)))
        {
            using var reader = new StreamReader(file);
            var stream = new YamlStream();
            stream.Load(reader);
            manifests.AddRange(stream.Documents.Select(document => (YamlMappingNode)document.RootNode).Where(root => root["kind"].ToString() != "Kustomization"));
        }

        return manifests;
    }
}
