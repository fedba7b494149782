using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>What an [Output] property may hold. The members of an output type are looked at when one is first read, not here.</summary>
internal static class OutputTypeCheck
{
    public static void Check(string property, Type type)
    {
        if (!IsAllowed(type))
        {
            throw new InvalidOperationException(
                $"{property} contains invalid type {type.FullName}. Outputs hold strings, booleans, int, double, enumerations, objects, "
                + "resources, JSON, nullables, unions, ImmutableArray<...>, ImmutableDictionary<string, ...> and [OutputType] classes.");
        }
    }

    private static bool IsAllowed(Type type)
    {
        if (type == typeof(string) || type == typeof(bool) || type == typeof(int) || type == typeof(double)
            || type == typeof(object) || type == typeof(JsonElement))
        {
            return true;
        }

        if (type.IsEnum)
        {
            return type.GetEnumUnderlyingType() == typeof(int);
        }

        if (!type.IsConstructedGenericType)
        {
            return typeof(Resource).IsAssignableFrom(type)
                || type.IsDefined(type.IsValueType ? typeof(EnumTypeAttribute) : typeof(OutputTypeAttribute), inherit: false);
        }

        var definition = type.GetGenericTypeDefinition();
        var arguments = type.GenericTypeArguments;
        return definition == typeof(Nullable<>) || definition == typeof(ImmutableArray<>) || definition == typeof(Output<>) ? IsAllowed(arguments[0])
            : definition == typeof(ImmutableDictionary<,>) ? arguments[0] == typeof(string) && IsAllowed(arguments[1])
            : definition == typeof(Union<,>) && IsAllowed(arguments[0]) && IsAllowed(arguments[1]);
    }
}
