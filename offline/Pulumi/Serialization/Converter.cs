using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>
/// Turns plain values into the declared type of an output. A value of another shape becomes the type's default, as in the
/// official SDK, which only warns about it.
/// </summary>
internal static class Converter
{
    public static object? Convert(object? node, Type target)
    {
        target = Nullable.GetUnderlyingType(target) ?? target;
        if (node is null)
        {
            return null;
        }

        if (target == typeof(object))
        {
            return ObjectNode.ToPublic(node);
        }

        if (target == typeof(string))
        {
            return node as string;
        }

        if (target == typeof(bool) || target == typeof(double))
        {
            return node.GetType() == target ? node : null;
        }

        if (target == typeof(int))
        {
            return node is double number ? (int)number : null;
        }

        if (target == typeof(JsonElement))
        {
            return JsonDocument.Parse(JsonText.Of(node)).RootElement;
        }

        if (target.IsEnum)
        {
            return node is double value ? Enum.ToObject(target, (int)value) : null;
        }

        return target.IsConstructedGenericType ? ConvertGeneric(node, target) : ConvertDeclared(node, target);
    }

    private static object? ConvertGeneric(object node, Type target)
    {
        var definition = target.GetGenericTypeDefinition();
        if (definition == typeof(ImmutableArray<>))
        {
            return node is ListNode list ? CollectionFactory.Of(target).Build(list) : null;
        }

        if (definition == typeof(ImmutableDictionary<,>))
        {
            return node is ObjectNode map ? CollectionFactory.Of(target).Build(map) : null;
        }

        if (definition == typeof(Union<,>))
        {
            return ConvertUnion(node, target);
        }

        throw new InvalidOperationException($"Unexpected generic target type {target.FullName}.");
    }

    private static object? ConvertUnion(object node, Type target)
    {
        for (var i = 0; i < 2; i++)
        {
            if (Convert(node, target.GenericTypeArguments[i]) is { } value)
            {
                return target.GetMethod(i == 0 ? nameof(Union<,>.FromT0) : nameof(Union<,>.FromT1))!.Invoke(null, [value]);
            }
        }

        return null;
    }

    private static object? ConvertDeclared(object node, Type target)
    {
        if (target.IsValueType && target.IsDefined(typeof(EnumTypeAttribute), inherit: false))
        {
            const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
            return target.GetConstructor(Any, [node.GetType()])?.Invoke([node]);
        }

        return node is ObjectNode properties && OutputTypeTable.Of(target) is { } table ? table.Create(properties) : null;
    }
}
