using Crdgen.Reading;

namespace Crdgen.Model;

/// <summary>Makes the model of one custom resource. Schemas that say the same share one class, named after the shortest of their paths.</summary>
internal sealed class CustomResourceModeler
{
    private static readonly string[] Identity = ["apiVersion", "kind", "metadata"];
    private static readonly string[] OfTheSdk = ["id", "urn"];
    private static readonly Schema FreeObject = new() { Type = "object", PreserveUnknownFields = true };

    private readonly KindSchema _kind;
    private readonly string _namespace;
    private readonly ISet<string> _used;
    private readonly ModelOptions _options;
    private readonly Shapes _shapes = new();
    private readonly EffectiveSchemas _effective;
    private readonly List<string> _renamed = [];

    private CustomResourceModeler(KindSchema kind, string @namespace, ISet<string> used, ModelOptions options)
    {
        _kind = kind;
        _namespace = @namespace;
        _used = used;
        _options = options;
        _effective = new EffectiveSchemas(options.Definitions);
    }

    /// <param name="kind">The kind.</param>
    /// <param name="namespace">The C# namespace.</param>
    /// <param name="used">Type names used in that namespace so far, outputs with the name of theirs in front; the names of all kinds are among them.</param>
    /// <param name="options">Which types to make.</param>
    public static ResourceModel Build(KindSchema kind, string @namespace, ISet<string> used, ModelOptions options) =>
        new CustomResourceModeler(kind, @namespace, used, options).Build();

    private ResourceModel Build()
    {
        var root = _effective.Of(_kind.Schema, "");
        var returned = root.Properties.Where(property => !Identity.Contains(property.Key, StringComparer.Ordinal) && !OfTheSdk.Contains(property.Key, StringComparer.Ordinal)).ToList();
        _renamed.AddRange(root.Properties.Select(property => property.Key).Intersect(OfTheSdk, StringComparer.Ordinal)
            .Select(name => $"{name}: the SDK has a property {name} of its own on every resource and sends no other; this one cannot be set"));
        if (IsExtensible(root) && !returned.Exists(property => property.Key == "spec"))
        {
            returned.Add(new("spec", FreeObject));
        }

        var set = returned.Where(property => property.Key != "status").ToList();
        var setPlaces = ShapePlaces.Of(set, _shapes, _effective);
        var returnedPlaces = _options.Outputs ? ShapePlaces.Of(returned, _shapes, _effective) : [];
        var classNames = setPlaces.ToDictionary(found => found.Key, found => Unused(Name(found.Value), "Args", found.Value));
        var outputNames = returnedPlaces.ToDictionary(found => found.Key, found => Unused(Name(found.Value), "", found.Value, $"{KindNames.Outputs}."));
        var members = new MemberNames(_shapes, classNames, outputNames, _renamed);
        var builder = new ClassBuilder(_namespace, _effective, _shapes, members, (name, path) => Unused(name, "", path));

        var inputs = builder.Classes(setPlaces, classNames, ClassUse.Input);
        var args = new ClassModel(_namespace, _kind.TypeName) { Prose = root.Prose };
        var names = members.OfRoot(returned.Select(property => property.Key), _kind.TypeName);
        args.Properties = builder.Properties(set, root.Required, names, null, _kind.TypeName, "", inputs, ClassUse.Input);
        var model = new ResourceModel(_kind, _namespace, _kind.TypeName, args)
        {
            OpenRoot = IsExtensible(root),
            Classes = Sorted(inputs),
            List = _options.List,
        };
        if (_options.Outputs)
        {
            var outputs = builder.Classes(returnedPlaces, outputNames, ClassUse.Output);
            var resource = new ClassModel(_namespace, _kind.TypeName);
            resource.Properties = builder.Properties(returned, root.Required, names, null, _kind.TypeName, "", outputs, ClassUse.Output);
            model = model with { Outputs = resource, OutputClasses = Sorted(outputs) };
        }

        if (_options.Patch)
        {
            var patchNames = setPlaces.ToDictionary(found => found.Key, found => Unused($"{classNames[found.Key]}Patch", "Args", found.Value));
            var patches = builder.Classes(setPlaces, patchNames, ClassUse.Patch);
            var patch = new ClassModel(_namespace, $"{_kind.TypeName}Patch");
            patch.Properties = builder.Properties(set, [], names, null, _kind.TypeName, "", patches, ClassUse.Patch);
            model = model with { Patch = patch, PatchClasses = Sorted(patches) };
        }

        return model with { Constants = builder.Constants, Renamed = [.. _renamed.Distinct(StringComparer.Ordinal)] };
    }

    public static bool IsExtensible(Schema schema) => schema.PreserveUnknownFields || schema.AdditionalProperties is not null || schema.AdditionalPropertiesAllowed == true;

    private static ClassModel[] Sorted(IReadOnlyDictionary<int, ClassModel> classes) => [.. classes.Values.OrderBy(built => built.Name, StringComparer.Ordinal)];

    private string Name(ShapePlace place) => Names.Short(_kind.TypeName + string.Concat(place.Path.Select(Names.Pascal)));

    private string Unused(string name, string suffix, object path, string prefix = "")
    {
        var candidate = Names.Unused(prefix + name, _used, suffix)[prefix.Length..];
        if (candidate != name)
        {
            _renamed.Add($"{path}: the name {name}{suffix} is taken, this one is {candidate}{suffix}");
        }

        return candidate;
    }
}
