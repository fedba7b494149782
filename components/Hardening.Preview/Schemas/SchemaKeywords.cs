namespace Hardening.Preview.Schemas;

/// <summary>The keywords of one schema; what is not stated is null, false or empty.</summary>
internal sealed class SchemaKeywords
{
    public string? Type { get; set; }

    public string? Format { get; set; }

    public bool Nullable { get; set; }

    /// <summary>What the API server puts in place of an absent value; null where there is none.</summary>
    public CapturedValue? Default { get; set; }

    public bool IsIntOrString { get; set; }

    public bool PreservesUnknown { get; set; }

    public bool IsEmbeddedResource { get; set; }

    public Dictionary<string, SchemaNode>? Properties { get; set; }

    /// <summary>The properties that have a default.</summary>
    public KeyValuePair<string, SchemaNode>[] DefaultedProperties => field ??= [.. (Properties ?? []).Where(static property => property.Value.HasDefault)];

    public string[] Required { get; set; } = [];

    public SchemaNode? Items { get; set; }

    public SchemaNode? AdditionalProperties { get; set; }

    /// <summary>Null where <c>additionalProperties</c> is absent or a schema.</summary>
    public bool? AllowsAdditional { get; set; }

    public CapturedValue[] Enum { get; set; } = [];

    public Pattern? Pattern { get; set; }

    public double? Minimum { get; set; }

    public double? Maximum { get; set; }

    public bool ExclusiveMinimum { get; set; }

    public bool ExclusiveMaximum { get; set; }

    public double? MultipleOf { get; set; }

    public int? MinLength { get; set; }

    public int? MaxLength { get; set; }

    public int? MinItems { get; set; }

    public int? MaxItems { get; set; }

    public int? MinProperties { get; set; }

    public int? MaxProperties { get; set; }

    public bool UniqueItems { get; set; }

    /// <summary><c>x-kubernetes-list-type</c>: <c>set</c> and <c>map</c> refuse items that repeat.</summary>
    public string? ListType { get; set; }

    /// <summary>The members that tell the items of a <c>map</c> apart.</summary>
    public string[] ListMapKeys { get; set; } = [];

    /// <summary>Whether no item may repeat, as a whole or by its keys.</summary>
    public bool ForbidsRepeats => UniqueItems || ListType is "set" or "map";

    public SchemaNode[] OneOf { get; set; } = [];

    public SchemaNode[] AnyOf { get; set; } = [];

    public SchemaNode[] AllOf { get; set; } = [];

    public SchemaNode? Not { get; set; }

    /// <summary>The CEL rules (<c>x-kubernetes-validations</c>), which are not evaluated.</summary>
    public string[] Rules { get; set; } = [];
}
