using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hardening.Infra.Plans.Schemas;

/// <summary>
/// The JSON Schema of stack files, for editors: draft 7, which the language servers for YAML read. It says what holds for a key by itself; what holds between keys,
/// such as a budget against replicas, a preview says.
/// </summary>
internal sealed class PlanSchema
{
    /// <summary>Where the repository keeps it, relative to the stack files.</summary>
    public const string FileName = "infra/plan.schema.json";

    private const string Dialect = "http://json-schema.org/draft-07/schema#";
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly PlanShape _shape = PlanShape.Learn();
    private readonly TypeDocs _docs = new();
    private readonly SchemaDefinitions _definitions = new();

    private PlanSchema()
    {
    }

    /// <summary>The schema's text.</summary>
    /// <exception cref="EnvironmentException">The documentation that descriptions come from is not beside the program.</exception>
    public static string Write() => Create().ToJsonString(Options) + "\n";

    /// <summary>The schema.</summary>
    /// <exception cref="EnvironmentException">The documentation that descriptions come from is not beside the program.</exception>
    public static JsonObject Create() => new PlanSchema().Document();

    private JsonObject Document()
    {
        var sections = Members(PlanShape.Top, _shape.Objects[PlanShape.Top]);
        var document = new JsonObject
        {
            ["$schema"] = Dialect,
            ["title"] = "Hardening plan",
            ["description"] = "A Pulumi stack file with a Kubernetes hardening plan.",
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["config"] = new JsonObject
                {
                    ["description"] = "The stack's configuration. Keys of other projects are left alone.",
                    ["type"] = "object",
                    ["required"] = new JsonArray(PlanSections.Cluster, PlanSections.Namespaces),
                    ["properties"] = sections,
                    // A misspelt section, said by the one keyword that editors show at the key.
                    ["patternProperties"] = new JsonObject { [$"^{PlanSections.Project}:(?!({string.Join('|', PlanSections.All.Select(key => key[(PlanSections.Project.Length + 1)..]))})$)"] = false },
                },
            },
            ["required"] = new JsonArray("config"),
        };
        if (_definitions.Take() is { Count: > 0 } shared)
            document["definitions"] = shared;
        return document;
    }

    private JsonObject Members(string place, ObjectShape shape) =>
        new(shape.Members.Select(member => KeyValuePair.Create<string, JsonNode?>(member.Key, Member(place, shape, member.Key, member.Value))));

    private JsonObject Member(string place, ObjectShape owner, string key, MemberShape member)
    {
        var description = PlanTexts.Of(place, key) ?? owner.Types.Select(type => _docs.Of(type, key)).FirstOrDefault(text => text is not null);
        var below = PlanShape.Below(place, key, member.Kind);
        var value = member.Kind switch
        {
            MemberKind.Object => Object(below, inText: place.Length == 0),
            MemberKind.Objects => List(below, inText: place.Length == 0),
            _ => MemberTypes.Of(member),
        };
        if (description is null)
            return value;
        // Draft 7 reads nothing beside a reference.
        if (value.ContainsKey("$ref"))
            value = new JsonObject { ["allOf"] = new JsonArray(value) };
        value.Insert(0, "description", description);
        if (MemberDefault.Of(member, owner.Types, key, description) is { } initial)
            value["default"] = initial;
        return value;
    }

    private JsonObject List(string place, bool inText) => MemberTypes.InText(new JsonObject { ["type"] = "array", ["items"] = Object(place, inText: false) }, inText, "[");

    private JsonObject Object(string place, bool inText)
    {
        var shape = _shape.Objects.TryGetValue(place, out var known) ? known : new ObjectShape();
        var value = MemberTypes.InText(new JsonObject { ["type"] = "object" }, inText, "{");
        var required = shape.Members.Keys.Where(key => shape.Required.Contains(key) || PlanTexts.IsRequired(place, key) || shape.Types.Any(type => TypeDocs.IsRequired(type, key))).ToList();
        if (required.Count > 0)
            value["required"] = new JsonArray([.. required.Select(key => JsonValue.Create(key))]);
        value["properties"] = Members(place, shape);
        value["additionalProperties"] = false;
        return inText ? value : _definitions.Share(shape, value);
    }
}
