using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pulumi.Serialization;

/// <summary>
/// Reads and writes members by reflection. A property that the compiler wrote itself is reached through its field:
/// calling an accessor by reflection makes the runtime compile a stub for each one, which costs more than a whole preview.
/// </summary>
internal static class MemberAccess
{
    public static FieldInfo? FieldBehind(PropertyInfo property, MethodInfo? accessor)
        => accessor is not null && accessor.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            ? property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.NonPublic | BindingFlags.Instance)
            : null;
}
