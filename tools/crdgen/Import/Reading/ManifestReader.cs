using Crdgen.Reading;

namespace Crdgen.Import.Reading;

/// <summary>Reads the objects of YAML and JSON files: documents, lists of any kind, folders, <c>-</c> for standard input.</summary>
internal sealed class ManifestReader(string currentFolder, Stream input, ImportReport report)
{
    private const string Template = "; it holds {{ … }} of a template: render it first, as with helm template CHART | crdgen import -";

    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    /// <summary>The objects in the order of the arguments, of a folder's files by name, and of the documents.</summary>
    public IReadOnlyList<Manifest> Read(IEnumerable<string> paths)
    {
        var manifests = new List<Manifest>();
        foreach (var (shown, file) in paths.SelectMany(Files).DistinctBy(found => found.File, StringComparer.Ordinal))
        {
            var bytes = Array.Empty<byte>();
            try
            {
                bytes = file == "-" ? Drain(input) : SchemaFile.Load(file);
                var documents = SchemaFile.Read(bytes);
                foreach (var document in documents)
                {
                    Add(manifests, shown, document, "", "");
                }

                if (documents.Count == 0)
                {
                    report.Error(shown, 0, "", "holds no object: a map with apiVersion and kind is expected");
                }
            }
            catch (SchemaException e)
            {
                report.Error(shown, e.Line, e.Path, $"cannot be read: {e.Message}{(bytes.AsSpan().IndexOf("{{"u8) >= 0 ? Template : "")}");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                report.Error(shown, 0, "", $"cannot be read: {e.Message}");
            }
        }

        return manifests;
    }

    private IEnumerable<(string Shown, string File)> Files(string path)
    {
        if (path == "-")
        {
            return [("standard input", "-")];
        }

        var full = Path.GetFullPath(path, currentFolder);
        if (!Directory.Exists(full))
        {
            return [(path, full)];
        }

        return Directory.EnumerateFiles(full, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint })
            .Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.Combine(path, Path.GetRelativePath(full, file)).Replace('\\', '/'), file));
    }

    private static byte[] Drain(Stream stream)
    {
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>A list stands for its items, which a typed list (<c>PodList</c>) gives without their kind.</summary>
    private void Add(List<Manifest> manifests, string file, Node document, string apiVersion, string kind)
    {
        if (document.Kind != NodeKind.Map)
        {
            report.Error(file, document.Line, "", "is no object: a map with apiVersion and kind is expected");
            return;
        }

        var manifest = new Manifest(file, Complete(document, apiVersion, kind));
        if (manifest.Kind.EndsWith("List", StringComparison.Ordinal) && document["items"] is { Kind: NodeKind.List } items)
        {
            var itemKind = manifest.Kind[..^"List".Length];
            foreach (var item in items.Items)
            {
                Add(manifests, file, item, itemKind.Length > 0 ? manifest.ApiVersion : "", itemKind);
            }

            return;
        }

        if (manifest.ApiVersion.Length == 0 || manifest.Kind.Length == 0)
        {
            report.Error(file, document.Line, "", $"is no Kubernetes object: {(manifest.ApiVersion.Length == 0 ? "apiVersion" : "kind")} is missing");
            return;
        }

        manifests.Add(manifest);
    }

    private static Node Complete(Node document, string apiVersion, string kind)
    {
        if (kind.Length == 0 || document["kind"] is not null || document["apiVersion"] is not null)
        {
            return document;
        }

        return Node.Map(
            [
                new("apiVersion", Node.Scalar(NodeKind.Text, apiVersion)),
                new("kind", Node.Scalar(NodeKind.Text, kind)),
                .. document.Members,
            ],
            document.Line);
    }
}
