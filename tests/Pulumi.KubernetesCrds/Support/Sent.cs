using System.Collections.Immutable;
using System.Text.Json;
using Moq;
using Pulumi.Testing;

namespace Pulumi.KubernetesCrds.Tests.Support;

/// <summary>What one resource sends: its type, the id of a read, and its inputs as JSON with sorted keys.</summary>
internal sealed record Sent(string Type, string Name, string? Id, string Inputs)
{
    public static async Task<Sent> By(Func<Resource> create)
    {
        var all = new List<Sent>();
        var mocks = new Mock<IMocks>();
        mocks.Setup(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>())).Returns((MockResourceArgs args) =>
        {
            lock (all)
            {
                all.Add(new Sent(args.Type!, args.Name!, args.Id, JsonSerializer.Serialize(Sorted(args.Inputs))));
            }

            return Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs));
        });
        await Deployment.TestAsync(
            mocks.Object,
            new TestOptions { IsPreview = false },
            () =>
            {
                create();
                return Task.CompletedTask;
            });
        return Assert.Single(all);
    }

    private static object? Sorted(object? value) => value switch
    {
        ImmutableDictionary<string, object> map => new SortedDictionary<string, object?>(map.ToDictionary(entry => entry.Key, entry => Sorted(entry.Value), StringComparer.Ordinal), StringComparer.Ordinal),
        ImmutableArray<object> list => list.Select(Sorted).ToList(),
        _ => value,
    };
}
