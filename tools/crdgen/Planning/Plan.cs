using System.Text.Json.Serialization;

namespace Crdgen.Planning;

/// <summary>A <c>crds.json</c>: which kinds of which schema files become types and schema tables, and under which names.</summary>
internal sealed record Plan
{
    /// <summary>The C# namespace that everything is under.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>Folder of the C# files beside the plan; absent: no types.</summary>
    public string? Types { get; init; }

    /// <summary>Folder of the schema tables beside the plan; absent: no tables.</summary>
    public string? Tables { get; init; }

    /// <summary>File beside the plan that gets names and types of all its kinds as one table; absent: none. What <c>crdgen import</c> knows without a schema.</summary>
    public string? Models { get; init; }

    /// <summary>For built-in kinds: the version that their resource options state.</summary>
    public string? PackageVersion { get; init; }

    /// <summary>Whether kinds of an OpenAPI document are made as the official package has them, rather than as custom resources are.</summary>
    [JsonIgnore]
    public bool IsBuiltIn => PackageVersion is not null || Types is null;

    /// <summary>API group to the part of the namespace that stands for it.</summary>
    public IReadOnlyDictionary<string, string> Groups { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Custom resources have types for what the API server returns.</summary>
    public bool Outputs { get; init; } = true;

    /// <summary>Every custom resource has a resource that patches an object of its kind.</summary>
    public bool Patch { get; init; }

    /// <summary>Every custom resource has a resource that is a list of such objects.</summary>
    public bool List { get; init; }

    /// <summary>What the documentation of custom resources says.</summary>
    public Descriptions Descriptions { get; init; }

    public IReadOnlyList<PlannedSchema> Schemas { get; init; } = [];
}
