using Crdgen.Import.Kinds;
using Crdgen.Model;
using Crdgen.Tests.Support;

namespace Crdgen.Tests.Import;

/// <summary>The classes and properties that imports name are those of the official package, as far as its listing goes.</summary>
public class ImportedNamesTests
{
    [Fact]
    public void Every_args_class_of_the_listing_has_the_properties_that_an_import_sets()
    {
        var listing = Listing();
        var compared = 0;
        foreach (var (name, model) in Classes())
        {
            if (!listing.TryGetValue(name, out var listed))
            {
                continue;
            }

            compared++;
            Assert.All(model.Properties, property => Assert.Contains($"{property.WireName} {property.Name}", listed));
        }

        Assert.True(compared > 150, $"only {compared} classes are in the listing");
    }

    private static Dictionary<string, ClassModel> Classes()
    {
        var classes = new Dictionary<string, ClassModel>(StringComparer.Ordinal);
        foreach (var kind in KindTable.Official())
        {
            var open = new Stack<ClassModel>([kind.Args]);
            while (open.TryPop(out var model))
            {
                if (classes.TryAdd(kind.ArgsOf(model, patch: false).ToString(), model))
                {
                    model.Properties.Select(property => property.Type.Innermost()).OfType<ClassModel>().ToList().ForEach(open.Push);
                }
            }
        }

        return classes;
    }

    private static Dictionary<string, HashSet<string>> Listing()
    {
        var types = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var members = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests", "Pulumi", "Surface", "Pulumi.Kubernetes-4.32.0.txt")))
        {
            if (line.StartsWith("class Pulumi.Kubernetes.Types.Inputs.", StringComparison.Ordinal))
            {
                types[line["class ".Length..].Trim()] = members = new HashSet<string>(StringComparer.Ordinal);
            }
            else if (line.StartsWith("  [Input(\"", StringComparison.Ordinal))
            {
                var wire = line.Split('"')[1];
                var property = line[(line.IndexOf(" property ", StringComparison.Ordinal) + " property ".Length)..].Split(' ')[0];
                members.Add($"{wire} {property}");
            }
            else if (line.Length > 0 && line[0] != ' ')
            {
                members = new HashSet<string>(StringComparer.Ordinal);
            }
        }

        return types;
    }
}
