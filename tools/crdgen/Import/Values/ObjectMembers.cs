using Crdgen.Import.Writing;
using Crdgen.Model;
using Crdgen.Reading;

namespace Crdgen.Import.Values;

/// <summary>The members of an object as assignments to the properties of its class.</summary>
internal sealed class ObjectMembers(ValueContext context, TypedValues values, FreeValues free)
{
    private static readonly string[] ServerSet =
        ["creationTimestamp", "deletionGracePeriodSeconds", "deletionTimestamp", "generation", "managedFields", "resourceVersion", "selfLink", "uid"];

    private static readonly string[] ServerSetAnnotations = ["kubectl.kubernetes.io/last-applied-configuration", "deployment.kubernetes.io/revision"];

    public List<Code.Entry> Of(ClassModel model, Node node, Place place)
    {
        var entries = new List<Code.Entry>();
        var set = new HashSet<string>(StringComparer.Ordinal);
        var given = Given(model, node, place);
        foreach (var property in model.Properties.OrderBy(Rank))
        {
            if (given.Remove(property.WireName, out var value))
            {
                var entry = Entry(property, value, place.Member(property.WireName));
                entries.Add(entry);
                if (entry.Value is not null)
                {
                    set.Add(property.WireName);
                }
            }
        }

        if (model.Extensible && given.Count > 0)
        {
            var rest = Node.Map([.. given], node.Line);
            entries.Add(new Code.Entry("Extra = ", new Code.Block([], free.Members(rest, place))));
            given.Clear();
        }

        foreach (var (name, value) in given)
        {
            entries.Add(context.Refuse(place.Member(name), value, Unknown(name, model)));
        }

        AddRequired(entries, model, set, node, place);
        return entries;
    }

    /// <summary>Identity before content, as people write it; the rest by name.</summary>
    private static int Rank(PropertyModel property) => property.WireName switch
    {
        "metadata" => 0,
        "name" => 1,
        "namespace" => 2,
        _ => 3,
    };

    private Dictionary<string, Node> Given(ClassModel model, Node node, Place place)
    {
        var given = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var (name, value) in node.Members)
        {
            if (place.Depth == 0 && name is "apiVersion" or "kind")
            {
                continue;
            }

            if (name == "status" && (place.Depth == 0 || (Has(model, "kind") && !Has(model, "status"))))
            {
                context.Note("status is left out: the cluster writes it");
            }
            else if (place.Path == "metadata" && ServerSet.Contains(name, StringComparer.Ordinal))
            {
                context.Note("metadata that the server sets (uid, resourceVersion, creationTimestamp, managedFields, …) is left out");
            }
            else if (value.Kind == NodeKind.Null && (!model.Extensible || Has(model, name)))
            {
                context.NoteNull();
            }
            else if (place.Path == "metadata" && name == "annotations")
            {
                AddAnnotations(given, value);
            }
            else
            {
                given.Add(name, value);
            }
        }

        return given;
    }

    private static bool Has(ClassModel model, string wireName) => model.Properties.Any(property => property.WireName == wireName);

    /// <summary>What kubectl keeps there is the whole object once more, with the values of a Secret.</summary>
    private void AddAnnotations(Dictionary<string, Node> given, Node annotations)
    {
        var kept = annotations.Members.Where(member => !ServerSetAnnotations.Contains(member.Key, StringComparer.Ordinal)).ToList();
        if (kept.Count == annotations.Members.Count)
        {
            given.Add("annotations", annotations);
            return;
        }

        context.Note("annotations that kubectl and controllers keep for themselves are left out");
        if (kept.Count > 0)
        {
            given.Add("annotations", Node.Map([.. kept], annotations.Line));
        }
    }

    private Code.Entry Entry(PropertyModel property, Node value, Place place)
    {
        if (place.Depth > Place.MaximumDepth)
        {
            return context.Refuse(place, value, $"is nested more than {Place.MaximumDepth} deep");
        }

        if (context.IsSecret && place.Path is "data" or "stringData")
        {
            return Secrets(property, value, place);
        }

        return values.Property(property, value, place, out var problem) is { } code
            ? new Code.Entry($"{property.Name} = ", code)
            : context.Refuse(place, value, problem);
    }

    private Code.Entry Secrets(PropertyModel property, Node value, Place place)
    {
        if (value.Kind != NodeKind.Map)
        {
            return context.Refuse(place.Hide(), value, "must be an object (its value is not shown)");
        }

        List<Code.Entry> entries = [.. value.Members.Select(member => new Code.Entry($"[{Literals.Line(member.Key)}] = ", context.Secret(context.ObjectName, member.Key)))];
        var comment = property.WireName == "data" && entries.Count > 0 ? "Base64, as in the manifest." : null;
        return new Code.Entry($"{property.Name} = ", entries.Count == 0 ? Code.Of("new()") : new Code.Block([], entries), comment);
    }

    private void AddRequired(List<Code.Entry> entries, ClassModel model, HashSet<string> set, Node node, Place place)
    {
        foreach (var property in model.Properties.Where(property => property.Required && !context.Patch && !set.Contains(property.WireName)))
        {
            if (node[property.WireName] is null or { Kind: NodeKind.Null })
            {
                entries.Add(context.Refuse(place.Member(property.WireName), node, "is required and missing"));
            }

            if (property.CompilerRequired)
            {
                entries.Add(new Code.Entry($"{property.Name} = ", Code.Of("null!")));
            }
        }
    }

    private static string Unknown(string name, ClassModel model)
    {
        var known = model.Properties.Select(property => property.WireName).ToList();
        var nearest = known.Select(candidate => (candidate, distance: Distance(candidate, name))).OrderBy(pair => pair.distance).FirstOrDefault();
        return nearest.candidate is not null && nearest.distance <= Math.Max(2, name.Length / 3)
            ? $"the schema has no such field; did you mean {nearest.candidate}?"
            : "the schema has no such field";
    }

    private static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 20)
        {
            return int.MaxValue;
        }

        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var row = 1; row <= left.Length; row++)
        {
            var current = new int[right.Length + 1];
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var same = char.ToLowerInvariant(left[row - 1]) == char.ToLowerInvariant(right[column - 1]);
                current[column] = Math.Min(Math.Min(current[column - 1], previous[column]) + 1, previous[column - 1] + (same ? 0 : 1));
            }

            previous = current;
        }

        return previous[right.Length];
    }
}
