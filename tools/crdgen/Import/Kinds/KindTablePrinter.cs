using System.Text;
using System.Text.Json;
using Crdgen.Model;

namespace Crdgen.Import.Kinds;

/// <summary>
/// Writes kinds as one compact table: names and types, one class a line. The tool carries the tables of the kinds that it knows without a schema at hand.
/// </summary>
internal static class KindTablePrinter
{
    public static string Print(IEnumerable<ResourceModel> resources, bool builtIn)
    {
        var kinds = resources.Select(resource => KnownKind.Of(resource, builtIn)).OrderBy(kind => kind.Name, StringComparer.Ordinal).ToList();
        var classes = Reached(kinds);
        var numbers = classes.Select((model, index) => (model, index)).ToDictionary(entry => entry.model, entry => entry.index);
        var text = new StringBuilder("{\"kinds\":[\n");
        text.AppendJoin(",\n", kinds.Select(kind => JsonSerializer.Serialize(Kind(kind, numbers))));
        text.Append("\n],\"classes\":[\n");
        text.AppendJoin(",\n", classes.Select(model => JsonSerializer.Serialize(
            Class(model, numbers),
            KindTable.Options)));
        return text.Append("\n]}\n").ToString();
    }

    private static object[] Kind(KnownKind kind, Dictionary<ClassModel, int> numbers)
    {
        object[] written = [kind.ApiVersion, kind.Kind, kind.Resource.Namespace, kind.Resource.Name, numbers[kind.Args], kind.BuiltIn];
        return kind.PatchArgs is { } patch ? [.. written, numbers[patch]] : written;
    }

    private static object[] Class(ClassModel model, Dictionary<ClassModel, int> numbers)
    {
        object[] written = [model.Namespace, model.Name, model.Properties.Select(property => Property(property, numbers))];
        return model.Extensible ? [.. written, true] : written;
    }

    private static object[] Property(PropertyModel property, Dictionary<ClassModel, int> numbers)
    {
        var mark = property.CompilerRequired ? "!!" : property.Required ? "!" : "";
        object[] written = [property.WireName, property.Name, mark + TypeCodes.Write(property.Type, model => numbers[model])];
        var texts = property.Constants?.Values.Where(value => value.Type == "string").Select(value => new[] { value.Name, value.Value }).ToList();
        return texts is [_, ..] ? [.. written, property.Constants!.Name, texts] : written;
    }

    /// <summary>Every class that the kinds reach, by namespace and name.</summary>
    private static List<ClassModel> Reached(List<KnownKind> kinds)
    {
        var reached = new HashSet<ClassModel>();
        var open = new Stack<ClassModel>(kinds.SelectMany(kind => new[] { kind.Args, kind.PatchArgs }).OfType<ClassModel>());
        while (open.TryPop(out var model))
        {
            if (!reached.Add(model))
            {
                continue;
            }

            foreach (var property in model.Properties)
            {
                if (property.Type.Innermost() is { } next)
                {
                    open.Push(next);
                }
            }
        }

        return [.. reached.OrderBy(model => model.Namespace, StringComparer.Ordinal).ThenBy(model => model.Name, StringComparer.Ordinal)];
    }
}
