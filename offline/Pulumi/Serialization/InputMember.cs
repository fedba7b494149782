using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>One [Input] member of an args class.</summary>
internal sealed class InputMember
{
    private readonly FieldInfo? _field;
    private readonly PropertyInfo? _property;
    private readonly InputAttribute _attribute;
    private readonly string _memberName;
    private readonly Type _type;

    public InputMember(Type type, FieldInfo field, InputAttribute attribute)
        : this(type, field.Name, attribute)
        => _field = field;

    public InputMember(Type type, PropertyInfo property, InputAttribute attribute)
        : this(type, property.Name, attribute)
    {
        _field = MemberAccess.FieldBehind(property, property.GetMethod);
        _property = property;
    }

    private InputMember(Type type, string memberName, InputAttribute attribute)
    {
        _type = type;
        _memberName = memberName;
        _attribute = attribute;
    }

    public string WireName => _attribute.Name;

    public object? Read(InputArgs args, Serializer serializer)
    {
        var value = _field is not null ? _field.GetValue(args) : _property!.GetValue(args);
        if (value is null && _attribute.IsRequired)
        {
            throw new ArgumentNullException(_memberName, $"[Input] {_type.FullName}.{_memberName} is required but was not given a value");
        }

        return _attribute.Json && value is not null ? JsonText.Of(value, serializer) : value;
    }
}
