using Crdgen.Planning;
using Crdgen.Reading;

namespace Crdgen.Model;

/// <summary>Makes the models of built-in kinds in the shape that the official Pulumi.Kubernetes package gives them.</summary>
internal sealed class BuiltInKinds
{
    private static readonly string[] Text = ["Time", "MicroTime"];

    private readonly OpenApiDocument _document;
    private readonly PlannedSchema _planned;
    private readonly IReadOnlyDictionary<string, string> _groups;
    private readonly SortedDictionary<string, ClassModel> _inputs = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ClassModel> _outputs = new(StringComparer.Ordinal);

    public BuiltInKinds(OpenApiDocument document, PlannedSchema planned, IReadOnlyDictionary<string, string> groups)
    {
        _document = document;
        _planned = planned;
        _groups = groups;
        Resources = [.. planned.Kinds.SelectMany(Build)];
    }

    public IReadOnlyList<ResourceModel> Resources { get; }

    /// <summary>Every args class that the kinds reach, their own included.</summary>
    public IReadOnlyCollection<ClassModel> Inputs => _inputs.Values;

    /// <summary>Every output class that the kinds reach.</summary>
    public IReadOnlyCollection<ClassModel> Outputs => _outputs.Values;

    private IEnumerable<ResourceModel> Build(PlannedKind planned)
    {
        var kind = _document.Kinds.FirstOrDefault(kind => $"{kind.ApiVersion}/{kind.Kind}" == planned.Kind)
            ?? throw new SchemaException(planned.Kind, "the document has no such kind");
        yield return Build(kind, planned, patch: false);
        if (planned.Patch)
        {
            yield return Build(kind, planned, patch: true);
        }
    }

    private ResourceModel Build(KindSchema kind, PlannedKind planned, bool patch)
    {
        var name = patch ? $"{kind.Kind}Patch" : kind.Kind;
        var (@namespace, _) = Place(kind.Definition!);
        var outputs = new ClassModel(@namespace, name)
        {
            Properties = [.. kind.Schema.Properties
                .Where(property => !planned.MetadataOnly || property.Key is "apiVersion" or "kind" or "metadata")
                .Select(property => new PropertyModel(property.Key, Names.Pascal(property.Key), Type(property.Value, input: false, patch)))],
        };
        return new ResourceModel(kind, @namespace, name, Class(kind.Definition!, input: true, patch, planned.Secrets))
        {
            Outputs = outputs,
            Aliases = [.. planned.Aliases.Select(alias => $"kubernetes:{alias}:{name}")],
            SecretOutputs = planned.Secrets,
        };
    }

    private ClassModel Class(string definition, bool input, bool patch, IReadOnlyList<string> secrets)
    {
        var classes = input ? _inputs : _outputs;
        var key = patch ? $"{definition}Patch" : definition;
        if (classes.TryGetValue(key, out var known))
        {
            return known;
        }

        var schema = Definition(definition);
        var (@namespace, name) = Place(key);
        var built = new ClassModel(@namespace, name);
        classes.Add(key, built);
        var isKind = _document.Kinds.Any(kind => kind.Definition == definition);
        var required = schema.Required.Concat(_planned.Required.GetValueOrDefault(definition, []));
        built.Properties = [.. schema.Properties
            .Where(property => !(input && isKind && property.Key == "status"))
            .Select(property => new PropertyModel(property.Key, Name(property.Key, name), Type(property.Value, input, patch))
            {
                Required = !patch && required.Contains(property.Key, StringComparer.Ordinal),
                Secret = secrets.Contains(property.Key, StringComparer.Ordinal),
            })];
        return built;
    }

    private TypeModel Type(Schema schema, bool input, bool patch)
    {
        if (schema.Ref is { } reference)
        {
            var definition = References.Target(reference);
            var target = Definition(definition);
            if (definition.EndsWith(".Quantity", StringComparison.Ordinal))
            {
                return TypeModel.Quantity;
            }

            if (Text.Contains(definition[(definition.LastIndexOf('.') + 1)..], StringComparer.Ordinal))
            {
                return TypeModel.Text;
            }

            return target.Properties.Count > 0 ? new TypeModel.ClassReference(Class(definition, input, patch, [])) : Type(target, input, patch);
        }

        return schema switch
        {
            { IntOrString: true } => new TypeModel.IntOrStringModel(),
            { Type: "string" } => TypeModel.Text,
            { Type: "boolean" } => TypeModel.Boolean,
            { Type: "integer" } => TypeModel.Integer,
            { Type: "number" } => TypeModel.Number,
            { Type: "array", Items: { } items } => new TypeModel.ListModel(Type(items, input, patch)),
            { Type: "object", AdditionalProperties: { } values } => new TypeModel.MapModel(Type(values, input, patch)),
            _ => new TypeModel.AnyModel(AsJson: true),
        };
    }

    private Schema Definition(string name) =>
        _document.Definitions.GetValueOrDefault(name) ?? throw new SchemaException(name, "the document has no such definition");

    /// <summary><c>io.k8s.api.core.v1.Container</c> is <c>Core.V1</c> and <c>Container</c>.</summary>
    private (string Namespace, string Name) Place(string definition)
    {
        var parts = definition.Split('.');
        var prefix = string.Join('.', parts.SkipLast(2));
        var group = _groups.GetValueOrDefault(prefix) ?? throw new SchemaException(definition, $"groups names no namespace for '{prefix}'");
        return ($"{group}.{Version(parts[^2])}", parts[^1]);
    }

    /// <summary><c>v1beta1</c> is <c>V1Beta1</c> in the official package.</summary>
    private static string Version(string version) =>
        string.Concat(version.Select((c, index) => index == 0 || char.IsAsciiDigit(version[index - 1]) ? char.ToUpperInvariant(c) : c));

    private static string Name(string wireName, string className)
    {
        var name = Names.Pascal(wireName);
        return name == className ? $"{name}Value" : name;
    }
}
