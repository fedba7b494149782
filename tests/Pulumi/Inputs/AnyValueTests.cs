using System.Collections.Immutable;
using System.Text.Json;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Pulumi.Tests.Support;

namespace Pulumi.Tests.Inputs;

public sealed class AnyValueTests
{
    [Property(MaxTest = 200)]
    public FsCheck.Property Whatever_is_sent_arrives_with_its_shape_without_its_wrappers()
        => Prop.ForAll(AnyValue.Samples(), sample =>
        {
            var sent = Task.Run(() => Run.Sent(Output.Create(sample.Value!))).GetAwaiter().GetResult();

            Assert.Equal(sample.Sent, Sorted(sent));
        });

    private static string Sorted(object? value)
        => value switch
        {
            ImmutableDictionary<string, object> map =>
                $"{{{string.Join(',', map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"\"{entry.Key}\":{Sorted(entry.Value)}"))}}}",
            ImmutableArray<object> list => $"[{string.Join(',', list.Select(Sorted))}]",
            _ => JsonSerializer.Serialize(value),
        };
}
