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

    private void Members(List<Segment> path, PlanNode? a, PlanNode? b, JsonObject? schema)
    {
        var isList = a?.IsList ?? b!.IsList;
        foreach (var key in (a?.Members.Keys ?? []).Union(b?.Members.Keys ?? [], StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            List<Segment> place = [.. path, new Segment(key, isList)];
            var (left, right) = (a?.Members.GetValueOrDefault(key), b?.Members.GetValueOrDefault(key));
            if (isList && (left is null ? a : right is null ? b : null) is { } other && WiderItem.Of(place, other, (left ?? right)!) is { } wider)
                _differences.Add(Found(place, left is null ? null : PlanNode.Present, right is null ? null : PlanNode.Present, new Verdict(Stricter.Same, $"in {wider}")));
            else
                Compare(place, left, right, Below(schema, key, isList));
        }
    }

    private void Compare(List<Segment> path, PlanNode? a, PlanNode? b, JsonObject? schema)
    {
        // An absent mapping is an empty one, unless having it means something by itself.
        if (a is null or { Text: null } && b is null or { Text: null } && ((a is not null && b is not null) || (!path[^1].IsItem && Strictness.Of(path) is null)))
        {
            Members(path, a, b, schema);
            return;
        }

        var left = a is null ? Implied.By(_a, path, schema) : a.Text ?? PlanNode.Present;
        var right = b is null ? Implied.By(_b, path, schema) : b.Text ?? PlanNode.Present;
        if (left is PlanNode.Secret && right is PlanNode.Secret)
            _incomparable.Add(PathOf(path));
        else if (left != right && !(Strictness.Of(path)?.AreEqual(left, right) ?? false))
            _differences.Add(Found(path, left, right, Strictness.Judge(path, left, right)));
    }

    private static Difference Found(List<Segment> path, string? a, string? b, Verdict verdict)
    {
        var space = path is [{ Name: PlanSections.Namespaces }, { Name: var name }, ..] ? name : null;
        var key = PathOf(space is null || path.Count == 2 ? path : path[2..]).TrimStart('.');
        return new Difference(PathOf(path), ControlOf.Place(path), space, key, a, b, verdict.Stricter, verdict.Reason);
    }

    private static string PathOf(List<Segment> path)
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
