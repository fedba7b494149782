using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pulumi.Serialization;

/// <summary>One [Output] property of a resource class.</summary>
internal sealed class OutputSlot
{
    /// <summary>Every resource has these two; they are set without reflection.</summary>
    public static readonly OutputSlot Urn = new("urn", typeof(string));

    public static readonly OutputSlot Id = new("id", typeof(string));

    private readonly FieldInfo? _field;
    private readonly PropertyInfo? _property;
    private readonly Type? _outputType;

    private OutputSlot(string name, Type type)
    {
        Name = name;
        ValueType = type;
    }

    public OutputSlot(Type resourceType, OutputProperty output)
        : this(output.GivenName ?? output.Property.Name, typeof(object))
    {
        var property = output.Property;
        _outputType = property.PropertyType;
        if (!_outputType.IsConstructedGenericType || _outputType.GetGenericTypeDefinition() != typeof(Output<>))
        {
            throw RunException.OutputsHaveIncorrectType([output.GivenName!]);
        }

        // A property seen from a derived class hides a private setter.
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var fullName = $"[Output] {resourceType.FullName}.{property.Name}";
        _property = property.DeclaringType!.GetProperty(property.Name, Own)!;
        var setter = _property.GetSetMethod(nonPublic: true) ?? throw new InvalidOperationException($"{fullName} did not have a 'set' method");
        ValueType = _outputType.GenericTypeArguments[0];
        OutputTypeCheck.Check(fullName, ValueType);
        _field = MemberAccess.FieldBehind(property, setter);
    }

    public string Name { get; }

    public Type ValueType { get; }

    /// <summary>Gives the property an output that reads from the resource's state.</summary>
    public void Attach(Resource resource, ResourceState state)
    {
        var output = (IOutput)RuntimeHelpers.GetUninitializedObject(_outputType!);
        output.Attach(state, this);
        if (_field is not null)
        {
            _field.SetValue(resource, output);
        }
        else
        {
            _property!.SetValue(resource, output);
        }
    }
}
