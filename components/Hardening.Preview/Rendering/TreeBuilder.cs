using Hardening.Preview.Common;
using Hardening.Preview.Yaml;

namespace Hardening.Preview.Rendering;

/// <summary>Turns the resources of a stack into the files of a tree.</summary>
internal sealed class TreeBuilder(RenderOptions options)
{
    private readonly List<TreeFile> _manifests = [];
    private readonly List<TreeFile> _patches = [];
    private readonly List<Finding> _problems = [];

    public IReadOnlyList<Finding> Problems => _problems;

    public void AddStack(CapturedStack stack)
    {
        _problems.AddRange(stack.Errors);
        var resources = stack.Resources;
        var files = new TreeFile?[resources.Count];
        var problems = new List<Finding>?[resources.Count];
        var writers = new[] { new ManifestWriter(), new ManifestWriter() };
        TwoWorkers.For(resources.Count, (i, worker) =>
        {
            var found = new List<Finding>();
            files[i] = Write(resources[i], writers[worker], found);
            problems[i] = found.Count > 0 ? found : null;
        });

        for (var i = 0; i < files.Length; i++)
        {
            _problems.AddRange(problems[i] ?? []);
            if (files[i] is { } file)
            {
                (file.Resource.IsPatch ? _patches : _manifests).Add(file);
            }
        }

        RefuseDuplicates();
        if (_manifests.Count + _patches.Count == 0 && _problems.Count == 0)
        {
            _problems.Add(new Finding(FindingIds.RenderEmpty, FindingSeverity.Error, null, null,
                "the stack has no Kubernetes object to render", "check the stack's configuration"));
        }
    }

    public IReadOnlyList<RenderedFile> Finish()
    {
        TreeNames.MakeDistinct(_manifests);
        TreeNames.MakeDistinct(_patches);
        var buffer = new Utf8Buffer();
        var pieces = new List<RenderedPiece>(_manifests.Count + _patches.Count + 64);
        pieces.AddRange(_manifests.Select(static file => file.ToPiece()));
        pieces.AddRange(_patches.Select(static file => file.ToPiece()));
        if (_manifests.Count > 0)
        {
            Kustomizations.Write(_manifests, buffer, pieces);
        }

        if (_patches.Count > 0)
        {
            PatchInstructions.Write(_patches, new PatchWaits(_manifests), options.FieldManager, buffer, pieces);
        }

        pieces.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        return pieces.ConvertAll(static piece => piece.ToFile());
    }

    private static TreeFile? Write(CapturedResource resource, ManifestWriter writer, List<Finding> problems)
    {
        if (resource.IsManifest)
        {
            return writer.Write(resource, problems);
        }

        if (!resource.IsComponent && !resource.IsProvider && !resource.IsRead)
        {
            problems.Add(Finding.About(resource, FindingIds.RenderLeftOut, FindingSeverity.Warning, null,
                "it is not a Kubernetes object with an apiVersion and a kind, so that it is not rendered", "deploy it with pulumi up"));
        }

        return null;
    }

    private void RefuseDuplicates()
    {
        var seen = new Dictionary<string, TreeFile>(_manifests.Count, StringComparer.Ordinal);
        foreach (var file in _manifests)
        {
            var key = ObjectKey.Of(file.Resource, file.Resource.ObjectName!);
            if (!seen.TryAdd(key, file))
            {
                _problems.Add(Finding.About(file.Resource, FindingIds.DuplicateObject, FindingSeverity.Error, "metadata.name",
                    $"it is the same object as {seen[key].Resource}", "give one of them another name"));
            }
        }
    }
}
