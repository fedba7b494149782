using System.Security.Cryptography;
using Crdgen.Output;
using Crdgen.Planning;
using Crdgen.Reading;

namespace Crdgen.Generating;

/// <summary>Reads one source: its documents one at a time, of each the schemas that are taken. What is broken costs the rest nothing.</summary>
internal sealed class SourceReader
{
    private const string Template = "holds {{ … }} of a template: render it first, as with helm template CHART --include-crds | crdgen - --output DIR";
    private const int NamedKinds = 12;

    private readonly PlannedSource _planned;
    private readonly bool _takesBuiltIn;
    private readonly bool _prose;
    private readonly SourceReading _reading;
    private readonly SortedSet<string> _others = new(StringComparer.Ordinal);
    private readonly List<(string? Definition, Diagnostic Error)> _errors = [];
    private int _definitions;

    private SourceReader(PlannedSource planned, bool takesBuiltIn, bool prose)
    {
        _planned = planned;
        _takesBuiltIn = takesBuiltIn;
        _prose = prose;
        _reading = new SourceReading(planned);
    }

    /// <param name="planned">The source.</param>
    /// <param name="takesBuiltIn">Whether kinds of an OpenAPI document are made as the official package has them.</param>
    /// <param name="prose">Whether descriptions are kept.</param>
    public static SourceReading Read(PlannedSource planned, bool takesBuiltIn, bool prose)
    {
        var reader = new SourceReader(planned, takesBuiltIn, prose);
        reader.Attempt(null, reader.Read);
        reader._reading.Errors.AddRange(reader._errors.Select(error => error.Definition is { } name && reader._definitions > 1
            ? error.Error with { Path = $"{name}: {error.Error.Path}" }
            : error.Error));
        return reader._reading;
    }

    private void Read()
    {
        var bytes = _planned.Source.Load();
        CheckHash(bytes);
        var text = Utf8Text.Of(bytes);
        if (_planned.FoundIn is not null && !SourceContent.MayHoldSchemas(text.Span, openApi: _planned.Selection.Patterns.Count > 0))
        {
            _reading.IsPassedOver = true;
            return;
        }

        try
        {
            foreach (var document in SchemaFile.Documents(text, splitLists: true))
            {
                Take(document);
            }
        }
        catch (SchemaException e) when (text.Span.IndexOf("{{"u8) is >= 0 and var at)
        {
            throw new SchemaException(e.Path, Template, Utf8Text.Line(text.Span[..at]));
        }

        Conclude();
    }

    private void CheckHash(byte[] bytes)
    {
        var expected = _planned.Planned.Sha256;
        if (expected.Length > 0 && Convert.ToHexStringLower(SHA256.HashData(bytes)) is var hash && hash != expected)
        {
            throw new SchemaException("", $"has the SHA-256 {hash}, the plan says {expected}; take the release that the plan names, or change the plan");
        }
    }

    private void Take(Node document)
    {
        if (OpenApiDocument.Is(document))
        {
            _definitions++;
            TakeOpenApi(document);
            return;
        }

        var found = false;
        foreach (var definition in CustomResourceDefinitions.Find(document))
        {
            found = true;
            if (_planned.FoundIn is not null && CustomResourceDefinitions.IsPatch(definition))
            {
                continue;
            }

            _definitions++;
            var name = definition["metadata"]?["name"]?.Text ?? "";
            Attempt(definition, () => Take(name, definition));
        }

        if (!found && document["kind"]?.Text is { Length: > 0 } kind && kind != "List")
        {
            _others.Add(kind);
        }
    }

    private void Take(string name, Node definition)
    {
        var taken = _reading.Kinds.Count;
        foreach (var version in CustomResourceDefinitions.Versions(definition))
        {
            _reading.Names.Add($"{version.ApiVersion}/{version.Kind}");
            if (_planned.Selection.Takes(version.ApiVersion, version.Kind, version.Served))
            {
                Attempt(definition, () => _reading.Kinds.Add(version.Read(_prose)));
            }
        }

        if (_reading.Kinds.Count > taken && definition["apiVersion"]?.Text == CustomResourceDefinitions.Former)
        {
            _reading.Warnings.Add(new Diagnostic(
                _reading.Name,
                name,
                $"is a definition of {CustomResourceDefinitions.Former}, which Kubernetes has not served since 1.22; its types are made all the same") { Line = definition.Line });
        }
    }

    private void TakeOpenApi(Node node)
    {
        var document = OpenApiDocument.Read(node);
        _reading.Names.UnionWith(document.Kinds.Select(kind => $"{kind.ApiVersion}/{kind.Kind}"));
        if (_planned.Selection.Patterns.Count == 0)
        {
            _reading.Refusals.Add(new Diagnostic(_reading.Name, "", SourceContent.Choose(document.Kinds, _planned.IsPlanned)));
        }
        else if (_takesBuiltIn)
        {
            _reading.BuiltIn = document;
        }
        else
        {
            foreach (var kind in document.Kinds.Where(kind => _planned.Selection.Takes(kind.ApiVersion, kind.Kind, served: true)))
            {
                Attempt(null, () => _reading.Kinds.Add(kind with { Definition = null, Definitions = document.Definitions }));
            }
        }
    }

    private void Conclude()
    {
        if (_definitions == 0)
        {
            _reading.IsPassedOver = _planned.FoundIn is not null;
            if (!_reading.IsPassedOver)
            {
                var instead = _others.Count == 0 ? "" : $" but {string.Join(", ", _others.Take(NamedKinds))}{(_others.Count > NamedKinds ? ", …" : "")}";
                throw new SchemaException("", $"holds no CustomResourceDefinition{instead}");
            }
        }
        else if (_planned.IsPlanned && _errors.Count == 0 && _reading.BuiltIn is null)
        {
            var missing = _planned.Selection.Unmatched(_reading.Names).ToList();
            if (missing.Count > 0)
            {
                throw new SchemaException(string.Join(", ", missing), $"is not in the file, which has {string.Join(", ", _reading.Names.Order(StringComparer.Ordinal))}");
            }
        }
    }

    private void Attempt(Node? definition, Action action)
    {
        try
        {
            action();
        }
        catch (SchemaException e)
        {
            Fail(e.Path, e.Message, e.Line > 0 ? e.Line : definition?.Line ?? 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fail("", e.Message, 0);
        }

        void Fail(string path, string message, int line)
        {
            var hint = message.Contains("{{", StringComparison.Ordinal) && message != Template ? $"; it {Template}" : "";
            _errors.Add((definition?["metadata"]?["name"]?.Text, new Diagnostic(_reading.Name, path, message + hint) { Line = line }));
        }
    }
}
