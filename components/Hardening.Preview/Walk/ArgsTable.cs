using System.Reflection;

namespace Hardening.Preview.Walk;

/// <summary>
/// The members of an args class that the SDK sends, found the way the SDK finds them: private members of a base class are not among them, so
/// that a class derived from an args class with private <c>[Input]</c> fields loses those without a word. They are kept apart, for a warning.
/// </summary>
internal sealed class ArgsTable
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public ArgsTable(Type type)
    {
        Type = type;
        var sent = new List<ArgsMember>();
        sent.AddRange(type.GetFields(Instance).Select(ArgsMember.Of).OfType<ArgsMember>());
        sent.AddRange(type.GetProperties(Instance).Select(ArgsMember.Of).OfType<ArgsMember>());
        sent.Sort(static (a, b) => MemberOrder.CompareNames(a.Name, b.Name));
        Sent = [.. sent];
        Dropped = [.. DroppedMembers(type)];
    }

    /// <summary>The class.</summary>
    public Type Type { get; }

    /// <summary>What is sent, in the order of captured members.</summary>
    public ArgsMember[] Sent { get; }

    /// <summary>What a base class declares and the SDK does not find.</summary>
    public ArgsMember[] Dropped { get; }

    private static IEnumerable<ArgsMember> DroppedMembers(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null && ancestor != typeof(InputArgs) && ancestor != typeof(ResourceArgs); ancestor = ancestor.BaseType)
        {
            foreach (var field in ancestor.GetFields(Instance | BindingFlags.DeclaredOnly).Where(static field => field.IsPrivate))
            {
                if (ArgsMember.Of(field) is { } member)
                {
                    yield return member;
                }
            }

            foreach (var property in ancestor.GetProperties(Instance | BindingFlags.DeclaredOnly).Where(static property => property.GetMethod?.IsPrivate == true))
            {
                if (ArgsMember.Of(property) is { } member)
                {
                    yield return member;
                }
            }
        }
    }
}
