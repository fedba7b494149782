namespace Crdgen.Tests.Support;

/// <summary>Small definitions around one schema.</summary>
internal static class Crd
{
    /// <summary>A definition whose <c>spec</c> is the schema given in YAML flow style.</summary>
    public static string WithSpec(string spec, string kind = "Thing", string group = "tests.example.com") => $$"""
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: { name: things.{{group}} }
        spec:
          group: {{group}}
          names: { kind: {{kind}}, plural: things }
          scope: Namespaced
          versions:
            - name: v1
              served: true
              schema: { openAPIV3Schema: { type: object, properties: { spec: {{spec}} } } }

        """;
}
