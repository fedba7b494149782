using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pulumi.Serialization;

/// <summary>Values of declared types that can be sent: string or number enumerations, and output types given back as inputs.</summary>
internal static class TypedValues
{
    public static bool TryUnwrap(object value, out object? plain)
    {
        var type = value.GetType();
        if (type.IsValueType && type.IsDefined(typeof(EnumTypeAttribute), inherit: false))
        {
            plain = Unwrap(type, value);
            return true;
        }

        var isOutputType = type.IsDefined(typeof(OutputTypeAttribute), inherit: false);
        plain = isOutputType ? Fields(type, value) : null;
        return isOutputType;
    }

    /// <summary>A default immutable array has no length to ask for.</summary>
    public static bool IsDefaultImmutableArray(IList list)
    {
        var type = list.GetType();
        return type.IsValueType
            && type.IsGenericType
            && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            && list.Equals(RuntimeHelpers.GetUninitializedObject(type));
    }

    private static object? Unwrap(Type type, object value)
    {
        var conversion = type.GetMethod("op_Explicit", BindingFlags.Public | BindingFlags.Static, [type]);
        return conversion is not null && (conversion.ReturnType == typeof(string) || conversion.ReturnType == typeof(double))
            ? conversion.Invoke(null, [value])
            : throw new InvalidOperationException($"Expected {type.FullName} to have an explicit conversion operator to String or Double.");
    }

    private static Dictionary<string, object?> Fields(Type type, object value)
    {
        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
        {
            if (field.IsInitOnly)
            {
                result[char.ToLowerInvariant(field.Name[0]) + field.Name[1..]] = field.GetValue(value);
            }
        }

        return result;
    }
}
