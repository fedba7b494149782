using Crdgen.Model;
using Crdgen.Reading;

namespace Crdgen.Diff.Comparing;

/// <summary>The properties of an object: which there are, which must be set, and what stands in for those that are not.</summary>
internal sealed class PropertyComparison
{
    private readonly SchemaPair _pair;
    private readonly Shapes _shapes;
    private readonly Dictionary<string, Schema> _old;
    private readonly Dictionary<string, Schema> _new;

    private PropertyComparison(SchemaPair pair, Shapes shapes)
    {
        _pair = pair;
        _shapes = shapes;
        _old = pair.Old.Properties.ToDictionary(property => property.Key, property => property.Value, StringComparer.Ordinal);
        _new = pair.New.Properties.ToDictionary(property => property.Key, property => property.Value, StringComparer.Ordinal);
    }

    public static IEnumerable<LocalChange> Of(SchemaPair pair, Shapes shapes)
    {
        var comparison = new PropertyComparison(pair, shapes);
        return comparison._old.Keys.Union(comparison._new.Keys, StringComparer.Ordinal)
            .Union(pair.Old.Required, StringComparer.Ordinal).Union(pair.New.Required, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .SelectMany(name => comparison.Of(name).Select(change => change with { Property = name }));
    }

    private IEnumerable<LocalChange> Of(string name)
    {
        var (old, @new) = (_old.GetValueOrDefault(name), _new.GetValueOrDefault(name));
        return (old, @new) switch
        {
            (not null, null) => [Removed(name, old)],
            (null, not null) => [Added(name, @new)],
            _ => Kept(name, old?.Default, @new?.Default),
        };
    }

    private LocalChange Removed(string name, Schema old) => new(ChangeType.Removed, "property", Say(old, Requires(_pair.Old, name, old.Default)), null)
    {
        // Where other fields are kept, this one is too.
        Manifests = OpennessComparison.IsClosed(_pair.New) ? Impact.Breaks : _pair.New.PreserveUnknownFields ? Impact.None : Impact.May,
        Code = _pair.OldType is null || SchemaPair.Member(_pair.OldType, name) is not null ? Impact.Breaks : Impact.None,
        Note = Twin(old, _new, _old) is { } twin ? $"{twin} is new and has the same schema" : null,
    };

    private LocalChange Added(string name, Schema @new)
    {
        var isRequired = Requires(_pair.New, name, @new.Default);
        return new LocalChange(ChangeType.Added, "property", null, Say(@new, isRequired))
        {
            // Where other fields were kept, the field may have been in use with any value.
            Manifests = isRequired ? Impact.Breaks : OpennessComparison.IsClosed(_pair.Old) ? Impact.None : Impact.May,
            Code = SchemaPair.Member(_pair.NewType, name)?.CompilerRequired == true ? Impact.Breaks : Impact.None,
            Note = Twin(@new, _old, _new) is { } twin ? $"{twin} is gone and had the same schema" : null,
        };
    }

    private IEnumerable<LocalChange> Kept(string name, Node? old, Node? @new)
    {
        var (before, after) = (_pair.Old.Required.Contains(name, StringComparer.Ordinal), _pair.New.Required.Contains(name, StringComparer.Ordinal));
        var code = Compiles(name);
        var isSaid = false;
        if (before != after)
        {
            isSaid = true;
            yield return Requirement(before ? "" : null, after ? "" : null, Requires(_pair.Old, name, old), Requires(_pair.New, name, @new), "required") with { Code = code };
        }

        if (Default(before, after, old, @new) is { } change)
        {
            yield return isSaid ? change : change with { Code = code };
            isSaid = true;
        }

        if (!isSaid && code != Impact.None)
        {
            yield return new LocalChange(ChangeType.Tightened, "C# required", null, "") { Code = code };
        }
        else if (!isSaid && IsCompilerRequired(_pair.OldType, name) && !IsCompilerRequired(_pair.NewType, name) && _pair.NewType is not null)
        {
            yield return LocalChange.Loosened("C# required", "", null);
        }
    }

    private static LocalChange? Default(bool wasRequired, bool isRequired, Node? old, Node? @new)
    {
        var (before, after) = (old is null ? null : SchemaWords.Of(old), @new is null ? null : SchemaWords.Of(@new));
        if (before == after)
        {
            return null;
        }

        return wasRequired && isRequired && (before is null || after is null)
            ? Requirement(before, after, before is null, after is null, "default")
            : LocalChange.Changed("default", before, after, Impact.Behaves);
    }

    /// <summary>What must be set is required and has no default.</summary>
    private static LocalChange Requirement(string? old, string? @new, bool before, bool after, string subject) => (before, after) switch
    {
        (false, true) => LocalChange.Tightened(subject, old, @new),
        (true, false) => LocalChange.Loosened(subject, old, @new),
        _ => LocalChange.Changed(subject, old, @new, Impact.None),
    };

    private static bool Requires(Schema parent, string name, Node? @default) => @default is null && parent.Required.Contains(name, StringComparer.Ordinal);

    private Impact Compiles(string name) =>
        _pair.OldType is not null && !IsCompilerRequired(_pair.OldType, name) && IsCompilerRequired(_pair.NewType, name) ? Impact.Breaks : Impact.None;

    private static bool IsCompilerRequired(TypeModel? type, string name) => SchemaPair.Member(type, name)?.CompilerRequired == true;

    private static string Say(Schema schema, bool isRequired) => isRequired ? $"required, {Facts.Type(schema)}" : Facts.Type(schema);

    /// <summary>The one property on the other side alone that says the same, where that is more than a scalar does.</summary>
    private string? Twin(Schema schema, Dictionary<string, Schema> there, Dictionary<string, Schema> here)
    {
        if (schema.Properties.Count == 0 && schema.Items is not { Properties.Count: > 0 })
        {
            return null;
        }

        var twins = there.Where(property => !here.ContainsKey(property.Key) && _shapes.Of(property.Value) == _shapes.Of(schema)).Take(2).ToList();
        return twins is [var twin] ? twin.Key : null;
    }
}
