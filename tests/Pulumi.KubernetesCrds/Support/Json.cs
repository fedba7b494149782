using System.Text.Json.Nodes;

namespace Pulumi.KubernetesCrds.Tests.Support;

internal static class Json
{
    /// <summary>The same JSON without white space.</summary>
    public static string Compact(string json) => JsonNode.Parse(json)!.ToJsonString();
}
