using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pulumi.Serialization;

/// <summary>The constructor of one [OutputType] class, looked up once: its parameters are named as on the wire.</summary>
internal sealed class OutputTypeTable
{
    private static readonly ConcurrentDictionary<Type, OutputTypeTable?> Tables = new();

    private readonly ConstructorInfo _constructor;
    private readonly (string Name, Type Type)[] _parameters;

    private OutputTypeTable(ConstructorInfo constructor)
    {
        _constructor = constructor;
        _parameters =
        [
            .. constructor.GetParameters().Select(parameter => (
                parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!,
                parameter.ParameterType)),
        ];
    }

    /// <summary>Null for a class that is not an output type.</summary>
    public static OutputTypeTable? Of(Type type) => Tables.GetOrAdd(type, static key => Find(key));

    public object Create(ObjectNode properties)
    {
        var arguments = new object?[_parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var (name, type) = _parameters[i];
            arguments[i] = Converter.Convert(properties.Find(name), type)
                ?? (type.IsValueType && Nullable.GetUnderlyingType(type) is null ? RuntimeHelpers.GetUninitializedObject(type) : null);
        }

        return _constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
    }

    private static OutputTypeTable? Find(Type type)
    {
        if (!type.IsDefined(typeof(OutputTypeAttribute), inherit: false))
        {
            return null;
        }

        var constructors = type.GetConstructors(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance);
        var chosen = constructors.FirstOrDefault(constructor => constructor.IsDefined(typeof(OutputConstructorAttribute), inherit: false))
            ?? constructors.SingleOrDefault(constructor => constructor.IsPublic);
        return chosen is null ? null : new OutputTypeTable(chosen);
    }
}
