using Crdgen.Reading;

namespace Crdgen.Model;

/// <summary>The C# names of the members of each shape: the same where it is set, patched and returned.</summary>
internal sealed class MemberNames(Shapes shapes, IReadOnlyDictionary<int, string> classes, IReadOnlyDictionary<int, string> outputs, List<string> renamed)
{
    private static readonly string[] OfExtensible = ["Extra", "AddMembers"];

    private static readonly string[] OfResource =
    [
        "ApiVersion", "Kind", "Metadata", "Id", "Urn", "GetResourceName", "GetResourceType",
        "GroupName", "VersionName", "KindName", "PluralName", "ScopeName", "TypeToken", "Get",
    ];

    private readonly Dictionary<int, IReadOnlyDictionary<string, string>> _known = [];

    public IReadOnlyDictionary<string, string> Of(Schema schema, string path)
    {
        var shape = shapes.Of(schema);
        if (!_known.TryGetValue(shape, out var names))
        {
            var taken = new List<string> { $"{classes.GetValueOrDefault(shape)}Args", $"{classes.GetValueOrDefault(shape)}PatchArgs", outputs.GetValueOrDefault(shape) ?? "" };
            if (CustomResourceModeler.IsExtensible(schema))
            {
                taken.AddRange(OfExtensible);
            }

            _known.Add(shape, names = Choose(schema.Properties.Select(property => property.Key), path, [.. taken]));
        }

        return names;
    }

    public IReadOnlyDictionary<string, string> OfRoot(IEnumerable<string> wireNames, string kind) =>
        Choose(wireNames, "", [.. OfResource, kind, $"{kind}Args", $"{kind}Patch", $"{kind}PatchArgs", $"Existing{kind}"]);

    /// <summary>Names that C# takes as they are come first, so that <c>fooBar</c> is <c>FooBar</c> and <c>foo-bar</c> beside it <c>FooBar2</c>.</summary>
    private Dictionary<string, string> Choose(IEnumerable<string> wireNames, string path, string[] taken)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var wireName in wireNames.OrderBy(name => !name.All(char.IsAsciiLetterOrDigit)).ThenBy(name => name, StringComparer.Ordinal))
        {
            var plain = Names.Property(wireName, taken);
            var name = Names.Unused(plain, used);
            if (name != plain)
            {
                renamed.Add($"{ClassBuilder.At(path, wireName)}: the property {plain} is taken, this one is {name}");
            }

            names.Add(wireName, name);
        }

        return names;
    }
}
