using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Hardening.Preview.Walk;

/// <summary>
/// What the walk has to know about a type, found by reflection once a process. Everything used is public in the SDK, except for two conveniences
/// that are looked up by name and done without where absent: the property <c>Value</c> of <see cref="InputList{T}"/> and <see cref="InputMap{V}"/>,
/// which keeps the marks of single items apart, and the field that holds the values of <c>DictionaryResourceArgs</c>. The offline runtime has no assets and no such args, so that those are known by name.
/// </summary>
internal sealed class TypeFacts
{
    private const BindingFlags NonPublic = BindingFlags.Instance | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, TypeFacts> Known = new();

    private TypeFacts(Type type)
    {
        Type = type;
        Shape = ShapeOf(type);
        switch (Shape)
        {
            case ValueShape.Args:
                Table = new ArgsTable(type);
                break;
            case ValueShape.Deferred or ValueShape.Collection:
                Reader = (OutputReader)Activator.CreateInstance(typeof(OutputReaderOf<>).MakeGenericType(ElementOf(type)!))!;
                Hidden = Shape == ValueShape.Collection ? HiddenProperty.Of(type.GetProperty("Value", NonPublic)) : null;
                break;
            case ValueShape.Union:
                Property = type.GetProperty("Value");
                break;
            case ValueShape.EnumType:
                Conversion = type.GetMethod("op_Explicit", BindingFlags.Public | BindingFlags.Static, [type]);
                break;
            case ValueShape.OutputType:
                Fields = [.. type.GetFields(NonPublic | BindingFlags.Public).Where(static field => field.IsInitOnly)];
                break;
            case ValueShape.Other when type.IsValueType && typeof(System.Collections.IList).IsAssignableFrom(type):
                Unset = Activator.CreateInstance(type);
                break;
            case ValueShape.DictionaryArgs:
                Fields = [.. type.GetFields(NonPublic).Where(static field => field.FieldType == typeof(ImmutableDictionary<string, object?>))];
                break;
        }
    }

    public Type Type { get; }

    public ValueShape Shape { get; }

    public ArgsTable? Table { get; }

    public OutputReader? Reader { get; }

    /// <summary>The property that holds a union's value, or null.</summary>
    public PropertyInfo? Property { get; }

    /// <summary>What reads the single inputs of a collection, or null where the SDK has no such property.</summary>
    public HiddenProperty? Hidden { get; }

    /// <summary>The unset value of a list that is a structure, otherwise null.</summary>
    public object? Unset { get; }

    public MethodInfo? Conversion { get; }

    public FieldInfo[] Fields { get; } = [];

    public static TypeFacts Of(Type type) => Known.GetOrAdd(type, static type => new TypeFacts(type));

    private static ValueShape ShapeOf(Type type)
    {
        if (typeof(InputArgs).IsAssignableFrom(type))
        {
            return type.FullName == "Pulumi.DictionaryResourceArgs" ? ValueShape.DictionaryArgs : ValueShape.Args;
        }

        if (type.IsGenericType)
        {
            var definition = type.GetGenericTypeDefinition();
            if (definition == typeof(Union<,>))
            {
                return ValueShape.Union;
            }

            if (definition == typeof(InputList<>) || definition == typeof(InputMap<>))
            {
                return ValueShape.Collection;
            }
        }

        return ElementOf(type) is not null ? ValueShape.Deferred
            : type.IsDefined(typeof(OutputTypeAttribute), inherit: false) ? ValueShape.OutputType
            : type.IsValueType && type.IsDefined(typeof(EnumTypeAttribute), inherit: false) ? ValueShape.EnumType
            : type.BaseType?.BaseType?.FullName == "Pulumi.AssetOrArchive" ? ValueShape.Asset
            : ValueShape.Other;
    }

    /// <summary>The <c>T</c> of an <c>Input&lt;T&gt;</c>, of what derives from it, or of an <c>Output&lt;T&gt;</c>.</summary>
    private static Type? ElementOf(Type type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (candidate.IsGenericType && candidate.GetGenericTypeDefinition() is var definition && (definition == typeof(Input<>) || definition == typeof(Output<>)))
            {
                return candidate.GenericTypeArguments[0];
            }
        }

        return null;
    }
}
