using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Pulumi;

namespace Hardening.Components;

/// <summary>Turns arguments of resources into plain data (texts, numbers, booleans, lists, mappings) under their names in manifests. What is secret or unknown stays so.</summary>
internal static class ManifestData
{
    private static readonly MethodInfo OfTypedInput = typeof(ManifestData).GetMethod(nameof(OfInput), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The data of a resource's arguments, or of anything that may stand in them.</summary>
    public static Output<object> Of(object? value) => value switch
    {
        null => Output.Create<object>(null!),
        string or bool or int => Output.Create(value),
        ResourceArgs args => OfMembers(Members(args)),
        IDictionary map => OfMembers(map.Keys.Cast<string>().Select(key => (key, map[key]!))),
        _ when value.GetType() is { IsGenericType: true } union && union.GetGenericTypeDefinition() == typeof(Union<,>) => Of(union.GetProperty("Value")!.GetValue(value)),
        _ when InputType(value.GetType()) is { } type => (Output<object>)OfTypedInput.MakeGenericMethod(type).Invoke(null, [value])!,
        IEnumerable items => Output.All(items.Cast<object>().Select(Of)).Apply(list => (object)list.ToList()),
        _ => throw new ArgumentException($"A {value.GetType().Name} stands in no manifest.", nameof(value)),
    };

    private static Output<object> OfInput<T>(Input<T> input)
        where T : notnull => input.ToOutput().Apply(value => Of(value));

    private static Output<object> OfMembers(IEnumerable<(string Name, object Value)> members)
    {
        var named = members.ToList();
        return Output.All(named.Select(member => Of(member.Value))).Apply(values =>
            (object)named.Zip(values, (member, value) => KeyValuePair.Create(member.Name, value)).Where(member => member.Value is not null).ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    /// <summary>The members that are set. Lists and mappings stand in fields, and reading their properties would set them.</summary>
    private static IEnumerable<(string Name, object Value)> Members(ResourceArgs args)
    {
        const BindingFlags own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (var type = args.GetType(); type is not null && type != typeof(ResourceArgs); type = type.BaseType)
        {
            foreach (var property in type.GetProperties(own))
            {
                if (NameOf(property) is { } name && property.GetValue(args) is { } value)
                {
                    yield return (name, value);
                }
            }

            foreach (var field in type.GetFields(own))
            {
                if (NameOf(field) is { } name && field.GetValue(args) is { } value)
                {
                    yield return (name, value);
                }
            }
        }
    }

    private static string? NameOf(MemberInfo member) =>
        member.GetCustomAttributesData().FirstOrDefault(attribute => attribute.AttributeType == typeof(InputAttribute))?.ConstructorArguments[0].Value as string;

    /// <summary>What an input is an input of; null where the type is none.</summary>
    private static Type? InputType(Type? type)
    {
        while (type is not null)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Input<>))
            {
                return type.GetGenericArguments()[0];
            }

            type = type.BaseType;
        }

        return null;
    }
}
