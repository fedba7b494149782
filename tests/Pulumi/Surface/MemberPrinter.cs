using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pulumi.Tests.Surface;

/// <summary>One member as one line of the listing.</summary>
internal static class MemberPrinter
{
    public static string Print(MemberInfo member) => member switch
    {
        ConstructorInfo c => $"{Access(c)} ctor({Parameters(c)})",
        MethodInfo m => $"{Attributes.OfMember(m)}{Modifiers(m)} method {m.Name}{TypeParameters(m)}({Parameters(m)}) : {Return(m)}{Constraints(m)}",
        PropertyInfo p => Property(p),
        FieldInfo f => $"{Attributes.OfMember(f)}{Field(f)} : {TypeNames.Annotated(f.FieldType, new NullabilityInfoContext().Create(f))}{Constant(f)}",
        EventInfo e => $"public event {e.Name} : {TypeNames.Plain(e.EventHandlerType!)}",
        _ => throw new ArgumentException($"{member} is no member that a listing shows.", nameof(member)),
    };

    public static string Return(MethodInfo method) =>
        TypeNames.Annotated(method.ReturnType, new NullabilityInfoContext().Create(method.ReturnParameter));

    public static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    public static string Parameter(ParameterInfo parameter)
    {
        var prefix = parameter.IsOut ? "out " : parameter.GetCustomAttribute<ParamArrayAttribute>() is null ? "" : "params ";
        var type = TypeNames.Annotated(parameter.ParameterType, new NullabilityInfoContext().Create(parameter));
        return $"{prefix}{type} {parameter.Name}{Default(parameter)}";
    }

    private static string Default(ParameterInfo parameter)
    {
        if (!parameter.HasDefaultValue)
        {
            return "";
        }

        var isPlainStruct = parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null;
        return " = " + (parameter.DefaultValue is null && isPlainStruct ? "default" : Literal(parameter.DefaultValue));
    }

    private static string Literal(object? value) => value switch
    {
        null => "null",
        bool b => b ? "true" : "false",
        string s => $"\"{s}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Property(PropertyInfo property)
    {
        var widest = property.GetAccessors(nonPublic: true).OrderByDescending(a => a.IsPublic).ThenByDescending(TypePrinter.IsVisible).First();
        var indexed = property.GetIndexParameters();
        var index = indexed.Length == 0 ? "" : $"[{string.Join(", ", indexed.Select(Parameter))}]";
        var type = TypeNames.Annotated(property.PropertyType, new NullabilityInfoContext().Create(property));
        return $"{Attributes.OfProperty(property)}{Modifiers(widest)} property {property.Name}{index} : {type} {{ {Accessors(property)} }}";
    }

    private static string Accessors(PropertyInfo property)
    {
        var accessors = new List<string>();
        if (property.GetMethod is { } get && TypePrinter.IsVisible(get))
        {
            accessors.Add(get.IsPublic ? "get;" : "protected get;");
        }

        if (property.SetMethod is { } set && TypePrinter.IsVisible(set))
        {
            var isInit = set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
            accessors.Add($"{(set.IsPublic ? "" : "protected ")}{(isInit ? "init" : "set")};");
        }

        return string.Join(' ', accessors);
    }

    private static string Field(FieldInfo field) =>
        $"{(field.IsPublic ? "public" : "protected")}{(field.IsLiteral ? " const" : (field.IsStatic ? " static" : "") + (field.IsInitOnly ? " readonly" : ""))} field {field.Name}";

    private static string Constant(FieldInfo field) => field.IsLiteral ? $" = {Literal(field.GetRawConstantValue())}" : "";

    private static string Access(MethodBase method) => method.IsPublic ? "public" : "protected";

    private static string Modifiers(MethodInfo method)
    {
        var modifiers = Access(method) + (method.IsStatic ? " static" : "");
        if (method.IsDefined(typeof(ExtensionAttribute), inherit: false))
        {
            return modifiers + " extension";
        }

        if (method.DeclaringType!.IsInterface)
        {
            return method.IsAbstract ? modifiers : modifiers + " default";
        }

        if (!method.IsVirtual)
        {
            return modifiers;
        }

        if (method.GetBaseDefinition() != method)
        {
            return modifiers + " override";
        }

        return method.IsAbstract ? modifiers + " abstract" : method.IsFinal ? modifiers : modifiers + " virtual";
    }

    private static string TypeParameters(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";

    private static string Constraints(MethodInfo method) =>
        method.IsGenericMethod ? string.Concat(method.GetGenericArguments().Select(Constraint)) : "";

    private static string Constraint(Type parameter)
    {
        var attributes = parameter.GenericParameterAttributes;
        var constraints = new List<string>();
        if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            constraints.Add("class");
        }

        constraints.AddRange(parameter.GetGenericParameterConstraints().Select(TypeNames.Plain));
        if (attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
        {
            constraints.Add("new()");
        }

        return constraints.Count == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", constraints)}";
    }
}
