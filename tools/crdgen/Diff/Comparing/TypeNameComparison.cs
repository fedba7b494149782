using Crdgen.Model;

namespace Crdgen.Diff.Comparing;

/// <summary>
/// Generated classes and members that have another name though their place is the same: classes are named after the shortest of their places,
/// members that collide get numbers.
/// </summary>
internal static class TypeNameComparison
{
    public static IEnumerable<(string Path, LocalChange Change)> Of(ClassModel old, ClassModel @new)
    {
        var seen = new HashSet<(string Old, string New)> { (old.Name, @new.Name) };
        var renamed = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<(string Path, ClassModel Old, ClassModel New)>();
        waiting.Enqueue(("", old, @new));
        while (waiting.TryDequeue(out var next))
        {
            var after = next.New.Properties.ToDictionary(property => property.WireName, StringComparer.Ordinal);
            foreach (var property in next.Old.Properties.OrderBy(property => property.WireName, StringComparer.Ordinal))
            {
                if (!after.TryGetValue(property.WireName, out var same))
                {
                    continue;
                }

                var path = ComparedPlace.Join(next.Path, property.WireName);
                if (property.Name != same.Name)
                {
                    yield return (path, Renamed("C# member", property.Name, same.Name));
                }

                var (at, before, now) = Class(path, property.Type, same.Type);
                if (before is null || now is null || !seen.Add((before.Name, now.Name)))
                {
                    continue;
                }

                if (before.Name != now.Name && renamed.Add(before.Name))
                {
                    yield return (at, Renamed("C# class", $"{before.Name}Args", $"{now.Name}Args"));
                }

                waiting.Enqueue((at, before, now));
            }
        }
    }

    private static LocalChange Renamed(string subject, string old, string @new) => new(ChangeType.Changed, subject, old, @new) { Code = Impact.Breaks };

    private static (string Path, ClassModel? Old, ClassModel? New) Class(string path, TypeModel old, TypeModel @new) => (old, @new) switch
    {
        (TypeModel.ClassReference before, TypeModel.ClassReference after) => (path, before.Class, after.Class),
        (TypeModel.ListModel before, TypeModel.ListModel after) => Class(path + "[]", before.Element, after.Element),
        (TypeModel.MapModel before, TypeModel.MapModel after) => Class(path + "{}", before.Value, after.Value),
        _ => (path, null, null),
    };
}
