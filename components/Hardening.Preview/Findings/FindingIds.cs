namespace Hardening.Preview;

/// <summary>The ids of findings: stable, so that a pipeline may select by them.</summary>
public static class FindingIds
{
    /// <summary>The program threw or logged an error.</summary>
    public const string ProgramFailed = "program.failed";

    /// <summary>An input member that the SDK drops without a word.</summary>
    public const string InputDropped = "input.dropped";

    /// <summary>A field that the schema requires is absent.</summary>
    public const string SchemaRequired = "schema.required";

    /// <summary>A value has another type than the schema states.</summary>
    public const string SchemaType = "schema.type";

    /// <summary>A value is not among those that the schema lists.</summary>
    public const string SchemaEnum = "schema.enum";

    /// <summary>A text does not match the schema's pattern.</summary>
    public const string SchemaPattern = "schema.pattern";

    /// <summary>A value does not have the schema's format.</summary>
    public const string SchemaFormat = "schema.format";

    /// <summary>A number, length or count is out of the schema's bounds.</summary>
    public const string SchemaBound = "schema.bound";

    /// <summary>An item occurs twice where the schema wants each once.</summary>
    public const string SchemaUnique = "schema.unique";

    /// <summary>A field that the schema does not have: the API server drops or refuses it.</summary>
    public const string SchemaUnknownField = "schema.unknown-field";

    /// <summary>The schema's <c>oneOf</c>, <c>anyOf</c> or <c>not</c> is violated.</summary>
    public const string SchemaCondition = "schema.condition";

    /// <summary>A CEL rule of a schema, which is not evaluated.</summary>
    public const string RuleNotEvaluated = "schema.rule-not-evaluated";

    /// <summary>A part of a schema that cannot be checked here, such as a pattern that .NET has no way to say.</summary>
    public const string SchemaNotChecked = "schema.not-checked";

    /// <summary>A kind without a schema table.</summary>
    public const string KindNotChecked = "schema.kind-not-checked";

    /// <summary>Values that are not known before the deployment and so were not checked.</summary>
    public const string UnknownNotChecked = "schema.unknown-not-checked";

    /// <summary>A name that Kubernetes refuses.</summary>
    public const string NameInvalid = "kubernetes.name";

    /// <summary>A namespace that Kubernetes refuses, or one on a cluster-scoped object.</summary>
    public const string NamespaceInvalid = "kubernetes.namespace";

    /// <summary>An object that lives in a namespace, without one.</summary>
    public const string NamespaceMissing = "kubernetes.namespace-missing";

    /// <summary>A label that Kubernetes refuses.</summary>
    public const string LabelInvalid = "kubernetes.label";

    /// <summary>An annotation that Kubernetes refuses.</summary>
    public const string AnnotationInvalid = "kubernetes.annotation";

    /// <summary>A whole number that is rounded before it arrives: Pulumi sends numbers as doubles.</summary>
    public const string NumberInexact = "kubernetes.number";

    /// <summary>An object larger than the API server stores.</summary>
    public const string ObjectTooLarge = "kubernetes.size";

    /// <summary>Two resources of the stack write the same object.</summary>
    public const string DuplicateObject = "kubernetes.duplicate";

    /// <summary>The stack has nothing to render.</summary>
    public const string RenderEmpty = "render.empty";

    /// <summary>A resource that is no Kubernetes object and so has no manifest.</summary>
    public const string RenderLeftOut = "render.left-out";

    /// <summary>An object that lives in a namespace, without one that is known before the deployment.</summary>
    public const string RenderNoNamespace = "render.no-namespace";

    /// <summary>An object without a name that is known before the deployment.</summary>
    public const string RenderNoName = "render.no-name";

    /// <summary>A manifest that would hold a secret.</summary>
    public const string RenderSecret = "render.secret";

    /// <summary>A manifest that would hold a value not known before the deployment.</summary>
    public const string RenderUnknown = "render.unknown";
}
