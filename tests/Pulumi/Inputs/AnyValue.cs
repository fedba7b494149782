using FsCheck;
using FsCheck.Fluent;

namespace Pulumi.Tests.Inputs;

/// <summary>Values of any shape that can be sent, with what mocks must see of them.</summary>
internal static class AnyValue
{
    public static Arbitrary<Sample> Samples() => Of(3).ToArbitrary();

    private static Gen<Sample> Of(int depth)
    {
        var leaves = Gen.OneOf(
            ArbMap.Default.GeneratorFor<bool>().Select(value => new Sample(value, value ? "true" : "false")),
            ArbMap.Default.GeneratorFor<int>().Select(value => new Sample(value, Text(value))),
            ArbMap.Default.GeneratorFor<NormalFloat>().Select(value => new Sample(value.Get, Text(value.Get))),
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(value => new Sample(value.Get, System.Text.Json.JsonSerializer.Serialize(value.Get))),
            Gen.Constant(new Sample(null, "null", IsKept: false)));
        return depth == 0 ? leaves : Gen.OneOf(leaves, Wrapped(depth - 1), Lists(depth - 1), Maps(depth - 1));
    }

    private static Gen<Sample> Wrapped(int depth)
        => from inner in Of(depth)
           from kind in Gen.Choose(0, 3)
           select new Sample(
               kind switch
               {
                   0 => Output.Create(inner.Value),
                   1 => Output.CreateSecret(inner.Value),
                   2 => AsInput(inner.Value),
                   _ => Output.Create(Later(inner.Value)),
               },
               inner.Sent,
               IsKept: inner.IsKept || kind == 1);

    private static Gen<Sample> Lists(int depth)
        => from items in Gen.ListOf(Of(depth), 3)
           from kind in Gen.Choose(0, 2)
           select new Sample(
               kind switch
               {
                   0 => items.Select(item => item.Value).ToArray(),
                   1 => items.Select(item => item.Value).ToList(),
                   _ => Inputs(items),
               },
               $"[{string.Join(',', items.Select(item => item.Sent))}]");

    private static Gen<Sample> Maps(int depth)
        => from items in Gen.ListOf(Of(depth), 3)
           from isMap in ArbMap.Default.GeneratorFor<bool>()
           let entries = items.Select((item, index) => (Key: $"k{index}", Item: item)).ToList()
           select new Sample(
               isMap ? Map(entries) : entries.ToDictionary(entry => entry.Key, entry => entry.Item.Value),
               $"{{{string.Join(',', entries.Where(entry => entry.Item.IsKept).Select(entry => $"\"{entry.Key}\":{entry.Item.Sent}"))}}}");

    private static InputList<object?> Inputs(IEnumerable<Sample> items)
    {
        var list = new InputList<object?>();
        foreach (var item in items)
        {
            list.Add(AsInput(item.Value));
        }

        return list;
    }

    private static InputMap<object?> Map(IEnumerable<(string Key, Sample Item)> entries)
    {
        var map = new InputMap<object?>();
        foreach (var (key, item) in entries)
        {
            map.Add(key, AsInput(item.Value));
        }

        return map;
    }

    // A plain value where its type lets the compiler make an input of it.
    private static Input<object?> AsInput(object? value)
        => value switch
        {
            string text => text,
            int number => number,
            double number => number,
            bool flag => flag,
            _ => Output.Create(value),
        };

    private static string Text(double value) => System.Text.Json.JsonSerializer.Serialize(value);

    private static async Task<object?> Later(object? value)
    {
        await Task.Yield();
        return value;
    }

    /// <param name="Value">What is sent.</param>
    /// <param name="Sent">How it arrives, as JSON.</param>
    /// <param name="IsKept">Whether a map keeps it: a plain null is left out, a secret one is not.</param>
    internal sealed record Sample(object? Value, string Sent, bool IsKept = true)
    {
        public override string ToString() => Sent;
    }
}
