using System.Reflection;

namespace Pulumi.Tests.Surface;

/// <summary>Type names in the listing's notation: full names, C# keywords, '?' from the nullable annotations.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    /// <summary>A type without annotations: a base type, an interface, a constraint.</summary>
    public static string Plain(Type type) => Name(type, [.. type.GetGenericArguments().Select(Plain)]);

    /// <summary>An annotated type: what a member returns or takes.</summary>
    public static string Annotated(Type type, NullabilityInfo info)
    {
        if (type.IsByRef)
        {
            return Annotated(type.GetElementType()!, info);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            var inner = info.GenericTypeArguments is [var argument] ? argument : info;
            return Annotated(underlying, underlying.IsGenericType ? inner : info).TrimEnd('?') + "?";
        }

        var name = type.IsArray
            ? Annotated(type.GetElementType()!, info.ElementType!) + "[]"
            : Name(type, [.. type.GetGenericArguments().Select((argument, i) => Annotated(argument, info.GenericTypeArguments[i]))]);
        var canBeAnnotated = !type.IsValueType && !type.IsGenericParameter;
        return canBeAnnotated && info.ReadState == NullabilityState.Nullable ? name + "?" : name;
    }

    private static string Name(Type type, string[] arguments)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        if (type.IsArray)
        {
            return Plain(type.GetElementType()!) + "[]";
        }

        var owner = type.IsNested ? Plain(type.DeclaringType!) : type.Namespace;
        var name = type.Name.Split('`')[0];
        return arguments.Length == 0 ? $"{owner}.{name}" : $"{owner}.{name}<{string.Join(", ", arguments)}>";
    }
}
