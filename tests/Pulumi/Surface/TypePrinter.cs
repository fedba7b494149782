using System.Reflection;

namespace Pulumi.Tests.Surface;

/// <summary>Prints a public type as the listing does: its heading, then one line a base, interface and public or protected member.</summary>
internal static class TypePrinter
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    public static string Heading(Type type) => $"{Attributes.OfType(type)}{Kind(type)} {TypeNames.Plain(type)}";

    public static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), null)}");
        }

        if (type.IsSubclassOf(typeof(Delegate)))
        {
            var invoke = type.GetMethod("Invoke")!;
            return [$"signature {MemberPrinter.Return(invoke)} ({MemberPrinter.Parameters(invoke)})"];
        }

        return [.. Bases(type), .. WireNames(type), .. type.GetMembers(Declared).Where(IsListed).Select(MemberPrinter.Print)];
    }

    /// <summary>A parameter of an output constructor: private, but its name is what the engine's answer is read by.</summary>
    public static string WireName(string parameter) => $"[OutputConstructor] {parameter}";

    private static IEnumerable<string> WireNames(Type type) =>
        type.GetConstructors(Declared).Where(Attributes.IsOutputConstructor).SelectMany(c => c.GetParameters()).Select(p => WireName(MemberPrinter.Parameter(p)));

    private static string Kind(Type type)
    {
        if (type.IsEnum)
        {
            return "enum";
        }

        if (type.IsSubclassOf(typeof(Delegate)))
        {
            return "delegate";
        }

        if (type.IsInterface)
        {
            return "interface";
        }

        if (type.IsValueType)
        {
            return type.GetCustomAttributesData().Any(a => a.AttributeType.Name == "IsReadOnlyAttribute") ? "readonly struct" : "struct";
        }

        return (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "static class",
            (true, false) => "abstract class",
            (false, true) => "sealed class",
            _ => "class",
        };
    }

    private static IEnumerable<string> Bases(Type type)
    {
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
        {
            yield return $"base {TypeNames.Plain(parent)}";
        }

        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var own = type.GetInterfaces().Except(inherited).Where(i => i.IsVisible).Select(TypeNames.Plain).Order(StringComparer.Ordinal).ToArray();
        if (own.Length > 0)
        {
            yield return $"implements {string.Join(", ", own)}";
        }
    }

    private static bool IsListed(MemberInfo member) => member switch
    {
        ConstructorInfo c => !c.IsStatic && IsVisible(c),
        MethodInfo m => IsVisible(m) && !m.Name.StartsWith('<') && (!m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal)),
        PropertyInfo p => p.GetAccessors(nonPublic: true).Any(IsVisible),
        FieldInfo f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly,
        EventInfo e => IsVisible(e.AddMethod!),
        _ => false,
    };

    internal static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
}
