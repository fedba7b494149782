using Crdgen.Tests.Support;

namespace Crdgen.Tests.Reading;

/// <summary>Lists whose items may not repeat say so in the table.</summary>
public class ListTypeTests
{
    [Theory]
    [InlineData("x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [port, name], ", "\"x-kubernetes-list-type\":\"map\",\"x-kubernetes-list-map-keys\":[\"name\",\"port\"],")]
    [InlineData("x-kubernetes-list-type: set, ", "\"x-kubernetes-list-type\":\"set\",")]
    [InlineData("x-kubernetes-list-type: atomic, ", "")]
    [InlineData("", "")]
    public void The_type_of_a_list_travels_where_it_refuses_something(string keywords, string expected)
    {
        var table = Generate.Table(Crd.WithSpec($"{{ type: array, {keywords}items: {{ type: string }} }}"));

        Assert.Contains($"\"spec\":{{\"type\":\"array\",{expected}\"items\":", table, StringComparison.Ordinal);
    }
}
