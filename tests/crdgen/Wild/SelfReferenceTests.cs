using Crdgen.Tests.Support;
using Crdgen.Tests.Wild.Com.Example.Trees.V1;
using Pulumi.KubernetesCrds.Tests.Support;

namespace Crdgen.Tests.Wild;

/// <summary>A definition of an OpenAPI document that contains itself, directly and by way of another, is written and read to any depth.</summary>
public class SelfReferenceTests
{
    [Fact]
    public async Task What_contains_itself_is_sent_to_its_whole_depth()
    {
        var sent = await Sent.By(() => new Tree("it", new TreeArgs
        {
            Spec = new TreeSpecArgs
            {
                Size = 1,
                Left = new TreeSpecArgs { Size = 2, Left = new TreeSpecArgs { Size = 3 } },
                Branch = new TreeSpecBranchArgs { Node = new TreeSpecArgs { Size = 4, Branch = new TreeSpecBranchArgs() } },
                Children = { new TreeSpecArgs { Size = 5, Children = { new TreeSpecArgs { Size = 6 } } } },
                ByName = { ["a"] = new TreeSpecArgs { Size = 7, ByName = { ["b"] = new TreeSpecArgs { Size = 8 } } } },
                NodeOrNames = new TreeSpecArgs { Size = 9 },
            },
        }));

        Assert.Equal(
            """
            {"apiVersion":"trees.example.com/v1","kind":"Tree","spec":{
            "branch":{"node":{"branch":{},"size":4}},
            "byName":{"a":{"byName":{"b":{"size":8}},"size":7}},
            "children":[{"children":[{"size":6}],"size":5}],
            "left":{"left":{"size":3},"size":2},"nodeOrNames":{"size":9},"size":1}}
            """.Replace("\n", "", StringComparison.Ordinal),
            sent.Inputs);
    }

    [Fact]
    public async Task What_contains_itself_is_read_back_to_its_whole_depth()
    {
        var spec = await Returned.From(
            """{ "spec": { "size": 1, "left": { "size": 2, "left": { "size": 3 } }, "children": [{ "size": 5, "branch": { "node": { "size": 4 } } }], "byName": { "a": { "size": 7 } } } }""",
            () => Tree.Get("it", "it").Spec);

        Assert.Equal([1d, 2d, 3d], [spec!.Size, spec.Left!.Size, spec.Left.Left!.Size]);
        Assert.Equal([5d, 4d, 7d], [spec.Children[0].Size, spec.Children[0].Branch!.Node!.Size, spec.ByName["a"].Size]);
        Assert.Null(spec.Left.Left.Left);
    }
}
