using System.Text;
using Hardening.Infra.Recorded.Sizing;

namespace Hardening.Infra.Tests.Sizing;

/// <summary>Recorded objects, as kubectl prints them.</summary>
internal static class Facts
{
    public static string Vpa(string containers, string space = "shop", string name = "goldilocks-web", string kind = "Deployment", string workload = "web", string created = "2026-09-01T00:00:00Z", string conditions = "RecommendationProvided") => $$"""
        { "kind": "VerticalPodAutoscaler", "metadata": { "name": "{{name}}", "namespace": "{{space}}", "creationTimestamp": "{{created}}" },
          "spec": { "targetRef": { "apiVersion": "apps/v1", "kind": "{{kind}}", "name": "{{workload}}" } },
          "status": { "conditions": [{{string.Join(',', conditions.Split(' ').Select(type => $$"""{ "type": "{{type}}", "status": "True" }"""))}}], "recommendation": { "containerRecommendations": [{{containers}}] } } }
        """;

    public static string Container(string name, string cpu, string memory, string upperCpu, string upperMemory) => $$"""
        { "containerName": "{{name}}", "target": { "cpu": "{{cpu}}", "memory": "{{memory}}" }, "lowerBound": { "cpu": "1m", "memory": "1Mi" }, "upperBound": { "cpu": "{{upperCpu}}", "memory": "{{upperMemory}}" } }
        """;

    public static string Workload(string containers, string kind = "Deployment", string name = "web", string space = "shop", string spec = "\"replicas\": 2", string status = "") => $$"""
        { "kind": "{{kind}}", "metadata": { "name": "{{name}}", "namespace": "{{space}}" }, "spec": { {{spec}}, "template": { "spec": { {{containers}} } } }, "status": { {{status}} } }
        """;

    public static string Autoscaler(int most, string kind = "Deployment", string workload = "web") => $$"""
        { "apiVersion": "autoscaling/v2", "kind": "HorizontalPodAutoscaler", "metadata": { "name": "{{workload}}", "namespace": "shop" },
          "spec": { "scaleTargetRef": { "apiVersion": "apps/v1", "kind": "{{kind}}", "name": "{{workload}}" }, "minReplicas": 2, "maxReplicas": {{most}} } }
        """;

    public static string Pod(string containers, string name = "db-1", string owner = "\"kind\": \"Cluster\", \"name\": \"db\"", string phase = "Running") => $$"""
        { "kind": "Pod", "metadata": { "name": "{{name}}", "namespace": "shop", "ownerReferences": [{{(owner.Length > 0 ? $$"""{ {{owner}}, "controller": true }""" : "")}}] },
          "spec": { {{containers}} }, "status": { "phase": "{{phase}}" } }
        """;

    public static string Used(string numbers) => $$"""{ "kind": "ResourceQuota", "metadata": { "name": "a", "namespace": "shop" }, "status": { "used": { {{numbers}} } } }""";

    public static string List(params string[] items) => $$"""{ "apiVersion": "v1", "kind": "List", "items": [{{string.Join(",\n", items)}}] }""";

    public static SizingFacts Read(params string[] items) => SizingFactsReader.Read(Encoding.UTF8.GetBytes(List(items)), "facts.json");
}
