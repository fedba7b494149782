using Crdgen.Reading;

namespace Crdgen.Model;

/// <summary>Makes the model of one custom resource. Schemas that say the same share one class, named after the shortest of their paths.</summary>
internal sealed class CustomResourceModeler
{
    private static readonly string[] Inherited = ["apiVersion", "kind", "metadata", "status"];
    private static readonly string[] ExtensibleMembers = ["Extra", "AddMembers"];
    private static readonly Schema FreeObject = new() { Type = "object", PreserveUnknownFields = true };

    private readonly KindSchema _kind;
    private readonly string _namespace;
    private readonly ISet<string> _used;
    private readonly Shapes _shapes = new();
    private readonly Dictionary<int, ShapePlace> _places = [];
    private readonly Dictionary<int, ClassModel> _classes = [];
    private readonly List<ConstantsModel> _constants = [];
    private readonly List<string> _renamed = [];

    private CustomResourceModeler(KindSchema kind, string @namespace, ISet<string> used)
    {
        _kind = kind;
        _namespace = @namespace;
        _used = used;
    }

    /// <param name="kind">The kind.</param>
    /// <param name="namespace">The C# namespace.</param>
    /// <param name="used">Type names used in that namespace so far; the names of all kinds are among them.</param>
    public static ResourceModel Build(KindSchema kind, string @namespace, ISet<string> used) => new CustomResourceModeler(kind, @namespace, used).Build();

    private ResourceModel Build()
    {
        var properties = _kind.Schema.Properties.Where(property => !Inherited.Contains(property.Key, StringComparer.Ordinal)).ToList();
        if (_kind.Schema.PreserveUnknownFields && !properties.Exists(property => property.Key == "spec"))
        {
            properties.Add(new("spec", FreeObject));
        }

        foreach (var (name, schema) in properties)
        {
            Visit(schema, [name]);
        }

        foreach (var (shape, place) in _places.OrderBy(place => place.Value, ShapePlace.BySize))
        {
            var name = _kind.TypeName + string.Concat(place.Path.Select(Names.Pascal));
            _classes.Add(shape, new ClassModel(_namespace, Unused(name, "Args", place.ToString())) { Extensible = IsExtensible(place.Schema) });
        }

        foreach (var (shape, place) in _places.OrderBy(place => place.Value, ShapePlace.BySize))
        {
            var built = _classes[shape];
            IEnumerable<string> open = built.Extensible ? ["takes further members in Extra"] : [];
            built.Facts = [$"{place}", .. open, .. Facts.Of(place.Schema, required: false).Skip(1)];
            built.Properties = Properties(place.Schema.Properties, place.Schema.Required, built.Name, place.ToString(), built.Extensible ? ExtensibleMembers : []);
        }

        var args = new ClassModel(_namespace, _kind.TypeName);
        args.Properties = Properties(properties, _kind.Schema.Required, _kind.TypeName, "", Inherited.Select(Names.Pascal));
        return new ResourceModel(_kind, _namespace, _kind.TypeName, args)
        {
            OpenRoot = IsExtensible(_kind.Schema),
            Classes = [.. _classes.Values.OrderBy(built => built.Name, StringComparer.Ordinal)],
            Renamed = _renamed,
            Constants = [.. _constants.OrderBy(constants => constants.Name, StringComparer.Ordinal)],
        };
    }

    private static bool IsExtensible(Schema schema) => schema.PreserveUnknownFields || schema.AdditionalProperties is not null || schema.AdditionalPropertiesAllowed == true;

    private static IReadOnlyList<string> Inside(IReadOnlyList<string> path, string mark) => [.. path.Take(path.Count - 1), path[^1] + mark];

    private void Visit(Schema schema, IReadOnlyList<string> path)
    {
        if (schema.Properties.Count > 0)
        {
            var place = new ShapePlace(path, schema);
            var shape = _shapes.Of(schema);
            if (_places.TryGetValue(shape, out var known))
            {
                if (ShapePlace.BySize.Compare(place, known) < 0)
                {
                    _places[shape] = place;
                }
            }
            else
            {
                _places.Add(shape, place);
            }
        }

        foreach (var (name, property) in schema.Properties)
        {
            Visit(property, [.. path, name]);
        }

        if (schema.Items is { } items)
        {
            Visit(items, Inside(path, "[]"));
        }

        if (schema.AdditionalProperties is { } values)
        {
            Visit(values, Inside(path, "{}"));
        }
    }

    private PropertyModel[] Properties(
        IReadOnlyList<KeyValuePair<string, Schema>> properties,
        IReadOnlyList<string> required,
        string owner,
        string path,
        IEnumerable<string> reserved)
    {
        var names = PropertyNames(properties.Select(property => property.Key), $"{owner}Args", path, reserved);
        var requiredNames = required.ToHashSet(StringComparer.Ordinal);
        return [.. properties.Select(property =>
        {
            var (wireName, schema) = property;
            var at = At(path, wireName);
            var isRequired = requiredNames.Contains(wireName);
            var type = Type(schema, at);
            return new PropertyModel(wireName, names[wireName], type)
            {
                Required = isRequired && schema.Default is null,
                CompilerRequired = isRequired && schema.Default is null && !schema.Nullable && type is not (TypeModel.ListModel or TypeModel.MapModel),
                Facts = [at, .. Facts.Of(schema, isRequired)],
                Constants = Constants(schema, owner, names[wireName], at),
            };
        })];
    }

    /// <summary>Names that C# takes as they are come first, so that <c>fooBar</c> is <c>FooBar</c> and <c>foo-bar</c> beside it <c>FooBar2</c>.</summary>
    private Dictionary<string, string> PropertyNames(IEnumerable<string> wireNames, string className, string path, IEnumerable<string> reserved)
    {
        var used = new HashSet<string>(reserved, StringComparer.Ordinal);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var wireName in wireNames.OrderBy(name => !name.All(char.IsAsciiLetterOrDigit)).ThenBy(name => name, StringComparer.Ordinal))
        {
            var plain = Names.Property(wireName, className);
            var name = Names.Unused(plain, used);
            if (name != plain)
            {
                _renamed.Add($"{At(path, wireName)}: the property {plain} is taken, this one is {name}");
            }

            names.Add(wireName, name);
        }

        return names;
    }

    private static string At(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private ConstantsModel? Constants(Schema schema, string owner, string property, string path)
    {
        var values = schema.Type == "array" && schema.Items is { } items ? items : schema;
        if (values.Type != "string" || values.Enum.Count == 0)
        {
            return null;
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        var constants = new ConstantsModel(
            Unused(owner + property, "", path),
            path,
            [.. values.Enum.Where(value => value.Kind == NodeKind.Text).Select(value => value.Text).Distinct(StringComparer.Ordinal)
                .Select(value => KeyValuePair.Create(Names.Unused(Names.Property(Names.Constant(value), owner + property), used), value))]);
        _constants.Add(constants);
        return constants;
    }

    private string Unused(string name, string suffix, string path)
    {
        var candidate = Names.Unused(name, _used, suffix);
        if (candidate != name)
        {
            _renamed.Add($"{path}: the name {name}{suffix} is taken, this one is {candidate}{suffix}");
        }

        return candidate;
    }

    private TypeModel Type(Schema schema, string path)
    {
        if (schema.Ref is { } reference)
        {
            throw new SchemaException(path, $"refers to '{reference}'; a CustomResourceDefinition may not use $ref", schema.Line);
        }

        if (schema.IntOrString)
        {
            return new TypeModel.IntOrStringModel();
        }

        return schema.Type switch
        {
            "string" => TypeModel.Text,
            "boolean" => TypeModel.Boolean,
            "number" => TypeModel.Number,
            "integer" => FitsInt32(schema) ? TypeModel.Integer : new TypeModel.LongModel(),
            "array" => new TypeModel.ListModel(schema.Items is { } items ? Type(items, $"{path}[]") : new TypeModel.AnyModel()),
            "object" or null when schema.Properties.Count > 0 => new TypeModel.ClassReference(_classes[_shapes.Of(schema)]),
            "object" => new TypeModel.MapModel(schema.AdditionalProperties is { } values ? Type(values, $"{path}{{}}") : new TypeModel.AnyModel()),
            null when schema.AdditionalProperties is { } values => new TypeModel.MapModel(Type(values, $"{path}{{}}")),
            null => new TypeModel.AnyModel(),
            var unknown => throw new SchemaException(path, $"the type '{unknown}' is not one of string, boolean, integer, number, array, object", schema.Line),
        };
    }

    private static bool FitsInt32(Schema schema) =>
        schema.Format == "int32"
        || (int.TryParse(schema.Bound("minimum")?.Text, System.Globalization.NumberFormatInfo.InvariantInfo, out _)
            && int.TryParse(schema.Bound("maximum")?.Text, System.Globalization.NumberFormatInfo.InvariantInfo, out _));
}
