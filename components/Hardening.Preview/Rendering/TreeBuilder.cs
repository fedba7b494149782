using Hardening.Preview.Schemas;
using Hardening.Preview.Yaml;

namespace Hardening.Preview.Rendering;

/// <summary>Turns the resources of a stack into the files of a tree.</summary>
internal sealed class TreeBuilder
{
    private readonly RenderOptions _options;
    private readonly Utf8Buffer _buffer = new(1 << 20);
    private readonly YamlWriter _yaml;
    private readonly List<TreeFile> _manifests = [];
    private readonly List<TreeFile> _patches = [];
    private readonly List<Finding> _problems = [];

    public TreeBuilder(RenderOptions options)
    {
        _options = options;
        _yaml = new YamlWriter(_buffer);
    }

    public IReadOnlyList<Finding> Problems => _problems;

    public void AddStack(CapturedStack stack)
    {
        foreach (var error in stack.Errors)
        {
            _problems.Add(error);
        }

        foreach (var resource in stack.Resources)
        {
            if (resource.IsManifest)
            {
                Add(resource);
            }
            else if (!resource.IsComponent && !resource.IsProvider && !resource.IsRead)
            {
                _problems.Add(Finding.About(resource, FindingIds.RenderLeftOut, FindingSeverity.Warning, null,
                    "it is not a Kubernetes object with an apiVersion and a kind, so that it is not rendered", "deploy it with pulumi up"));
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
        var places = new List<(string Path, int Start, int Length)>(_manifests.Count + _patches.Count + 64);
        places.AddRange(_manifests.Select(static file => (file.Path, file.Start, file.Length)));
        places.AddRange(_patches.Select(static file => (file.Path, file.Start, file.Length)));
        if (_manifests.Count > 0)
        {
            Kustomizations.Write(_manifests, _buffer, places);
        }

        if (_patches.Count > 0)
        {
            PatchInstructions.Write(_patches, _options.FieldManager, _buffer, places);
        }

        places.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        return places.ConvertAll(place => new RenderedFile(place.Path, _buffer.Slice(place.Start, place.Length)));
    }

    private void Add(CapturedResource resource)
    {
        if (resource.ObjectName is not { Length: > 0 } name)
        {
            _problems.Add(Finding.About(resource, FindingIds.RenderNoName, FindingSeverity.Error, "metadata.name",
                "a rendered object needs a name that is known before the deployment", "set metadata.name in the program"));
            return;
        }

        if (resource.Inputs["metadata"]!["namespace"] is null && SchemaCatalog.Default.Find(resource.ApiVersion!, resource.Kind!, resource.ClrType.Assembly)?.IsNamespaced == true)
        {
            _problems.Add(Finding.About(resource, FindingIds.RenderNoNamespace, FindingSeverity.Error, "metadata.namespace",
                $"a rendered {resource.Kind} needs a namespace", "set metadata.namespace in the program"));
            return;
        }

        var start = _buffer.Length;
        _yaml.WriteDocument(resource.Inputs);
        if (_yaml.SawSecret || _yaml.SawUnknown)
        {
            HiddenValues.Report(resource, _problems);
            return;
        }

        var folder = resource.ObjectNamespace is { Length: > 0 } ns ? "namespaces/" + FilePaths.Segment(ns) : "cluster";
        var fileName = FilePaths.Segment($"{resource.Kind!.ToLowerInvariant()}-{name}");
        var file = new TreeFile(resource, resource.IsPatch ? "patches/" + folder : folder, fileName, start, _buffer.Length - start);
        (resource.IsPatch ? _patches : _manifests).Add(file);
    }

    private void RefuseDuplicates()
    {
        var seen = new Dictionary<(string, string, string?, string), TreeFile>();
        foreach (var file in _manifests)
        {
            var resource = file.Resource;
            var group = resource.ApiVersion!.Split('/') is [var g, _] ? g : "";
            if (!seen.TryAdd((group, resource.Kind!, resource.ObjectNamespace, resource.ObjectName!), file))
            {
                _problems.Add(Finding.About(resource, FindingIds.DuplicateObject, FindingSeverity.Error, "metadata.name",
                    $"it is the same object as {seen[(group, resource.Kind!, resource.ObjectNamespace, resource.ObjectName!)].Resource}", "give one of them another name"));
            }
        }
    }
}
