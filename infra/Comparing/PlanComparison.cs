using System.Text;
using System.Text.Json.Nodes;
using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Schemas;
using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Comparing;

/// <summary>Finds where two plans differ in what they mean: the order of lists, the grouping of rules and defaults that are written out are no difference.</summary>
internal sealed class PlanComparison
{
    private static readonly Lazy<JsonObject> Schema = new(PlanSchema.Create);

    private readonly PlanNode _a;
    private readonly PlanNode _b;
    private readonly List<Difference> _differences = [];
    private readonly List<string> _incomparable = [];

    private PlanComparison(PlanNode a, PlanNode b)
    {
        _a = a;
        _b = b;
    }

    /// <summary>Compares two plans by their sections.</summary>
    public static PlanDifferences Of(IReadOnlyDictionary<string, ConfigNode> a, IReadOnlyDictionary<string, ConfigNode> b)
    {
        var comparison = new PlanComparison(PlanTree.Of(a), PlanTree.Of(b));
        comparison.Members([], comparison._a, comparison._b, Schema.Value["properties"]!["config"]!.AsObject());
        return new PlanDifferences([.. comparison._differences.OrderBy(Order).ThenBy(difference => difference.Namespace, StringComparer.Ordinal).ThenBy(difference => difference.Path, StringComparer.Ordinal)], comparison._incomparable);
    }

    private static int Order(Difference difference)
    {
        var index = Controls.All.ToList().IndexOf(difference.Control ?? "");
        return index < 0 ? int.MaxValue : index;
    }

    private void Members(List<(string Name, bool Item)> path, PlanNode? a, PlanNode? b, JsonObject? schema)
    {
        var isList = a?.IsList ?? b!.IsList;
        foreach (var key in (a?.Members.Keys ?? []).Union(b?.Members.Keys ?? [], StringComparer.Ordinal).Order(StringComparer.Ordinal))
            Compare([.. path, (key, isList)], a?.Members.GetValueOrDefault(key), b?.Members.GetValueOrDefault(key), Below(schema, key, isList));
    }

    private void Compare(List<(string Name, bool Item)> path, PlanNode? a, PlanNode? b, JsonObject? schema)
    {
        var place = path.ConvertAll(segment => segment.Name);
        // An absent mapping is an empty one, unless having it means something by itself.
        if (a is null or { Text: null } && b is null or { Text: null } && ((a is not null && b is not null) || (!path[^1].Item && Strictness.Of(place) is null)))
        {
            Members(path, a, b, schema);
            return;
        }

        var left = a is null ? Implied.By(_a, place, schema) : a.Text ?? PlanNode.Present;
        var right = b is null ? Implied.By(_b, place, schema) : b.Text ?? PlanNode.Present;
        if (left is PlanNode.Secret && right is PlanNode.Secret)
            _incomparable.Add(PathOf(path));
        else if (left != right && !(Strictness.Of(place)?.AreEqual(left, right) ?? false))
            Add(path, place, left, right);
    }

    private void Add(List<(string Name, bool Item)> path, List<string> place, string? a, string? b)
    {
        var verdict = Strictness.Judge(place, a, b);
        var space = place is [PlanSections.Namespaces, var name, ..] ? name : null;
        var key = PathOf(space is null || path.Count == 2 ? path : path[2..]).TrimStart('.');
        _differences.Add(new Difference(PathOf(path), ControlOf.Place(place), space, key, a, b, verdict.Stricter, verdict.Reason));
    }

    private static string PathOf(List<(string Name, bool Item)> path)
    {
        var text = new StringBuilder();
        foreach (var (name, item) in path)
            text.Append(item ? $"[{name}]" : text.Length == 0 ? name : "." + name);
        return text.ToString();
    }

    /// <summary>The schema of a member or item.</summary>
    private static JsonObject? Below(JsonObject? schema, string key, bool isList)
    {
        var below = isList ? schema?["items"] : schema?["properties"]?[key];
        if (below is not JsonObject found)
            return null;
        var target = (found["allOf"] as JsonArray)?[0] ?? found;
        return target["$ref"] is { } reference ? Schema.Value["definitions"]![reference.GetValue<string>()["#/definitions/".Length..]]!.AsObject() : found;
    }
}
