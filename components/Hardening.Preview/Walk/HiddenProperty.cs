using System.Reflection;

namespace Hardening.Preview.Walk;

/// <summary>Reads a property by a delegate: the reflection of .NET would compile a method of its own for each property that is read twice.</summary>
internal abstract class HiddenProperty
{
    public static HiddenProperty? Of(PropertyInfo? property) => property?.GetMethod is { } getter && !property.PropertyType.IsValueType
        ? (HiddenProperty)Activator.CreateInstance(typeof(HiddenPropertyOf<,>).MakeGenericType(property.DeclaringType!, property.PropertyType), getter)!
        : null;

    public abstract object? Get(object owner);
}
