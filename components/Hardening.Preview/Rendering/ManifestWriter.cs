using Hardening.Preview.Schemas;
using Hardening.Preview.Yaml;

namespace Hardening.Preview.Rendering;

/// <summary>Writes manifests, one after another, into a buffer of its own; two of them work side by side.</summary>
internal sealed class ManifestWriter
{
    private readonly Utf8Buffer _buffer = new(1 << 18);
    private readonly YamlWriter _yaml;

    public ManifestWriter() => _yaml = new YamlWriter(_buffer);

    /// <summary>Writes one object; null where it cannot be written in full, for the reasons that are added to the problems.</summary>
    public TreeFile? Write(CapturedResource resource, List<Finding> problems)
    {
        if (resource.ObjectName is not { Length: > 0 } name)
        {
            problems.Add(Finding.About(resource, FindingIds.RenderNoName, FindingSeverity.Error, "metadata.name",
                "a rendered object needs a name that is known before the deployment", "set metadata.name in the program"));
            return null;
        }

        if (resource.Inputs["metadata"]!["namespace"] is null && SchemaCatalog.Default.Find(resource.ApiVersion!, resource.Kind!, resource.ClrType.Assembly)?.IsNamespaced == true)
        {
            problems.Add(Finding.About(resource, FindingIds.RenderNoNamespace, FindingSeverity.Error, "metadata.namespace",
                $"a rendered {resource.Kind} needs a namespace", "set metadata.namespace in the program"));
            return null;
        }

        var start = _buffer.Length;
        _yaml.WriteDocument(ProviderAnnotations.Without(resource.Inputs));
        if (_yaml.SawSecret || _yaml.SawUnknown)
        {
            HiddenValues.Report(resource, problems);
            return null;
        }

        var folder = resource.ObjectNamespace is { Length: > 0 } ns ? "namespaces/" + FilePaths.Segment(ns) : "cluster";
        var fileName = FilePaths.Segment($"{resource.Kind!.ToLowerInvariant()}-{name}");
        return new TreeFile(resource, resource.IsPatch ? "patches/" + folder : folder, fileName, _buffer, start, _buffer.Length - start);
    }
}
