using System.Reflection;

namespace Pulumi.Tests.Surface;

/// <summary>The public API of an official package, as read by reflection and kept beside this file: types by name, their members as lines.</summary>
internal sealed class Listing
{
    private readonly Dictionary<string, (string Heading, HashSet<string> Members)> types = [];

    private Listing(IEnumerable<string> lines)
    {
        HashSet<string>? members = null;
        foreach (var line in lines.Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                members!.UnionWith(Lines(line.Trim()));
            }
            else
            {
                members = [];
                types.Add(NameIn(line), (line, members));
            }
        }
    }

    public static Listing Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"surface/{file}")!;
        using var reader = new StreamReader(stream);
        return new Listing(reader.ReadToEnd().Split('\n'));
    }

    public bool Has(Type type) => types.ContainsKey(TypeNames.Plain(type));

    /// <summary>What of this type the listing does not have; nothing for a type that it does not have at all.</summary>
    public IEnumerable<string> MissingMembers(Type type)
    {
        var name = TypeNames.Plain(type);
        if (!types.TryGetValue(name, out var listed))
        {
            return [];
        }

        var heading = TypePrinter.Heading(type);
        var differs = heading == listed.Heading ? Array.Empty<string>() : [$"{name}: {heading}"];
        return [.. differs, .. TypePrinter.Members(type).Where(m => !listed.Members.Contains(m)).Select(m => $"{name}: {m}")];
    }

    private static IEnumerable<string> Lines(string line)
    {
        const string Constructor = "[OutputConstructor] private ctor(";
        return line.StartsWith(Constructor, StringComparison.Ordinal)
            ? Parameters(line[Constructor.Length..^1]).Select(TypePrinter.WireName)
            // One listing shows private setters, the other does not. They are no surface.
            : [line.Replace(" private set;", "", StringComparison.Ordinal)];
    }

    // Commas between type arguments do not separate parameters.
    private static IEnumerable<string> Parameters(string list)
    {
        var start = 0;
        var depth = 0;
        for (var i = 0; i < list.Length; i++)
        {
            depth += list[i] switch { '<' => 1, '>' => -1, _ => 0 };
            if (list[i] == ',' && depth == 0)
            {
                yield return list[start..i];
                start = i + 2;
            }
        }

        yield return list[start..];
    }

    // The name is the last word of a heading; only the spaces between type arguments are part of it.
    private static string NameIn(string heading)
    {
        var name = heading.Replace(", ", ",", StringComparison.Ordinal);
        return name[(name.LastIndexOf(' ') + 1)..].Replace(",", ", ", StringComparison.Ordinal);
    }
}
