using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>Builds immutable collections of an item type that is known only at run time.</summary>
internal abstract class CollectionFactory
{
    private static readonly ConcurrentDictionary<Type, CollectionFactory> Factories = new();

    public static CollectionFactory Of(Type collection)
        => Factories.GetOrAdd(
            collection,
            static type => (CollectionFactory)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(type.GenericTypeArguments[^1]))!);

    public abstract object Build(ListNode list);

    public abstract object Build(ObjectNode map);

    private sealed class Typed<T> : CollectionFactory
    {
        public override object Build(ListNode list)
        {
            var result = ImmutableArray.CreateBuilder<T>(list.Items.Length);
            foreach (var item in list.Items)
            {
                result.Add(Item(item));
            }

            return result.MoveToImmutable();
        }

        public override object Build(ObjectNode map)
        {
            var result = ImmutableDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
            for (var i = 0; i < map.Count; i++)
            {
                result[map.Keys[i]] = Item(map.ValueAt(i));
            }

            return result.ToImmutable();
        }

        private static T Item(object? node) => Converter.Convert(node, typeof(T)) is { } value ? (T)value : default!;
    }
}
