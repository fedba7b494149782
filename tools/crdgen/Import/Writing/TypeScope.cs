using Crdgen.Import.Kinds;

namespace Crdgen.Import.Writing;

/// <summary>
/// Which types a file may call by their short names, and with which using lines. A name that means several types in the namespaces imported
/// gets an alias for the first that needs it; the others stand with their namespace.
/// </summary>
internal sealed class TypeScope
{
    /// <summary>Public types of the SDK's own namespace that a kind or its args may be called like.</summary>
    private static readonly HashSet<string> OfSdk = new(
        ("Alias Archive Asset AssetArchive AssetOrArchive CallArgs CallOptions ComponentResource Config CustomResource CustomTimeouts Deployment DeploymentInstance "
            + "DictionaryInvokeArgs DictionaryResourceArgs ErrorHook ErrorHookArgs FileArchive FileAsset InputArgs InputJson InvokeArgs InvokeOptions InvokeTransform "
            + "InvokeTransformArgs InvokeTransformResult Log Output ProviderResource RegisterPackageRequest RemoteArchive RemoteAsset Resource ResourceArgs ResourceHook "
            + "ResourceHookArgs ResourceHookBinding ResourceOptions ResourceTransform ResourceTransformArgs ResourceTransformResult ResourceTransformation "
            + "ResourceTransformationArgs ResourceTransformationResult Stack StackOptions StackReference StackReferenceArgs StackReferenceOutputDetails Stash StashArgs "
            + "StringAsset Urn").Split(' '),
        StringComparer.Ordinal);

    private static readonly string[] ImplicitNamespaces =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    private static readonly System.Reflection.Assembly[] ImplicitAssemblies = [typeof(object).Assembly, typeof(Enumerable).Assembly, typeof(System.Net.Http.HttpClient).Assembly];

    private readonly Dictionary<TypeName, string> _names = [];

    public TypeScope(IEnumerable<TypeName> used, KindCatalog catalog, IEnumerable<string> taken)
    {
        var types = used.Distinct().OrderBy(type => type.ToString(), StringComparer.Ordinal).ToList();
        var namespaces = types.Select(type => type.Namespace).Append("Pulumi").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var aliases = new SortedDictionary<string, TypeName>(StringComparer.Ordinal);
        var reserved = taken.ToHashSet(StringComparer.Ordinal);
        foreach (var type in types)
        {
            var isClear = !reserved.Contains(type.Name) && !namespaces.Any(other => other != type.Namespace && Declares(other, type.Name, catalog)) && !IsImplicit(type);
            if (!isClear && !reserved.Contains(type.Name) && aliases.TryAdd(type.Name, type))
            {
                isClear = true;
            }

            _names[type] = isClear ? type.Name : $"global::{type}";
        }

        var needed = types.Where(type => _names[type] == type.Name && !aliases.ContainsValue(type)).Select(type => type.Namespace);
        Usings =
        [
            .. needed.Append("Pulumi").Distinct(StringComparer.Ordinal).OrderBy(name => !name.StartsWith("System", StringComparison.Ordinal)).ThenBy(name => name, StringComparer.Ordinal).Select(name => $"using {name};"),
            .. aliases.Select(alias => $"using {alias.Key} = {alias.Value};"),
        ];
    }

    public IReadOnlyList<string> Usings { get; }

    public string NameOf(TypeName type) => _names[type];

    private static bool Declares(string @namespace, string name, KindCatalog catalog) =>
        @namespace == "Pulumi" ? OfSdk.Contains(name) : catalog.Has(new TypeName(@namespace, name));

    private static bool IsImplicit(TypeName type) =>
        ImplicitNamespaces.Where(name => name != type.Namespace).Any(name => ImplicitAssemblies.Any(assembly => assembly.GetType($"{name}.{type.Name}") is { IsPublic: true }));
}
