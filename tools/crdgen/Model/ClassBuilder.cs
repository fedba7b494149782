using Crdgen.Reading;

namespace Crdgen.Model;

/// <summary>Makes the classes of shapes, their properties, and the constants of these.</summary>
/// <param name="namespace">The C# namespace.</param>
/// <param name="effective">Schemas as types see them.</param>
/// <param name="shapes">Numbers of schemas.</param>
/// <param name="members">Names of members.</param>
/// <param name="unused">Gives an unused type name for one that a path asks for.</param>
internal sealed class ClassBuilder(string @namespace, EffectiveSchemas effective, Shapes shapes, MemberNames members, Func<string, string, string> unused)
{
    private readonly SortedDictionary<string, ConstantsModel> _constants = new(StringComparer.Ordinal);
    private readonly Dictionary<(int? Owner, string Property), ConstantsModel?> _known = [];

    public IReadOnlyList<ConstantsModel> Constants => [.. _constants.Values];

    public static string At(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>One class a shape.</summary>
    public IReadOnlyDictionary<int, ClassModel> Classes(IReadOnlyList<KeyValuePair<int, ShapePlace>> places, IReadOnlyDictionary<int, string> names, ClassUse use)
    {
        var classes = places.ToDictionary(found => found.Key, found => new ClassModel(@namespace, names[found.Key])
        {
            Extensible = CustomResourceModeler.IsExtensible(found.Value.Schema),
            Prose = found.Value.Schema.Prose,
        });
        foreach (var (shape, place) in places)
        {
            var (built, schema, path) = (classes[shape], place.Schema, place.ToString());
            built.Facts = [path, .. Open(built, use), .. Facts.Of(schema, required: false).Skip(1)];
            built.Properties = Properties(schema.Properties, schema.Required, members.Of(schema, path), shape, built.Name, path, classes, use);
        }

        return classes;
    }

    /// <param name="properties">What the schema declares.</param>
    /// <param name="required">What it requires.</param>
    /// <param name="names">The names of the members.</param>
    /// <param name="shape">The number of the class's schema; null for the resource itself.</param>
    /// <param name="owner">What constants are named after.</param>
    /// <param name="path">Where the class stands.</param>
    /// <param name="classes">Classes by shape.</param>
    /// <param name="use">What the class is for.</param>
    public PropertyModel[] Properties(
        IReadOnlyList<KeyValuePair<string, Schema>> properties,
        IReadOnlyList<string> required,
        IReadOnlyDictionary<string, string> names,
        int? shape,
        string owner,
        string path,
        IReadOnlyDictionary<int, ClassModel> classes,
        ClassUse use)
    {
        var requiredNames = required.ToHashSet(StringComparer.Ordinal);
        return [.. properties.Select(property =>
        {
            var (wireName, declared) = property;
            var at = At(path, wireName);
            var schema = effective.Of(declared, at);
            var isRequired = use != ClassUse.Patch && requiredNames.Contains(wireName);
            var type = Type(schema, at, classes, 0);
            var mustSet = isRequired && declared.Default is null && schema.Default is null;
            return new PropertyModel(wireName, names[wireName], type)
            {
                Required = use == ClassUse.Output ? isRequired && !schema.Nullable : mustSet,
                CompilerRequired = use == ClassUse.Input && mustSet && !schema.Nullable && type is not (TypeModel.ListModel or TypeModel.MapModel),
                Facts = [at, .. use == ClassUse.Output ? [Facts.Type(schema)] : Facts.Of(schema, isRequired)],
                Prose = declared.Prose ?? schema.Prose,
                Constants = ConstantsOf(schema, shape, owner, names[wireName], at),
            };
        })];
    }

    private static string[] Open(ClassModel model, ClassUse use) =>
        (model.Extensible, use) switch
        {
            (false, _) => [],
            (true, ClassUse.Output) => ["members that the schema does not declare are left out"],
            _ => ["takes further members in Extra"],
        };

    private ConstantsModel? ConstantsOf(Schema schema, int? shape, string owner, string property, string path)
    {
        if (_known.TryGetValue((shape, property), out var known))
        {
            return known;
        }

        var values = KnownValues.Innermost(schema, effective, path);
        if (values.Enum.Count > 0 && KnownValues.Of(values, "") is [_, ..])
        {
            var name = unused(Names.Short(owner + property), path);
            known = new ConstantsModel(name, path, KnownValues.Of(values, name));
            _constants.Add(name, known);
        }

        _known.Add((shape, property), known);
        return known;
    }

    private TypeModel Type(Schema schema, string path, IReadOnlyDictionary<int, ClassModel> classes, int depth)
    {
        if (schema.IntOrString)
        {
            return new TypeModel.IntOrStringModel();
        }

        return schema.Type switch
        {
            "string" => TypeModel.Text,
            "boolean" => TypeModel.Boolean,
            "number" => TypeModel.Number,
            "integer" => Integers.FitInt32(schema) ? TypeModel.Integer : new TypeModel.LongModel(),
            "array" => new TypeModel.ListModel(Inside(schema.Items, $"{path}[]")),
            "object" when schema.Properties.Count > 0 => classes.TryGetValue(shapes.Of(schema), out var known) ? new TypeModel.ClassReference(known) : new TypeModel.AnyModel(),
            "object" => new TypeModel.MapModel(Inside(schema.AdditionalProperties, $"{path}{{}}")),
            null => new TypeModel.AnyModel(),
            var unknown => throw new SchemaException(path, $"the type '{unknown}' is not one of string, boolean, integer, number, array, object", schema.Line),
        };

        TypeModel Inside(Schema? inner, string at) => inner is null || depth >= ShapePlaces.MaximumNesting ? new TypeModel.AnyModel() : Type(effective.Of(inner, at), at, classes, depth + 1);
    }
}
