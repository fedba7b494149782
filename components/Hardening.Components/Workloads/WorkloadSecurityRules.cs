using System.Globalization;
using System.Text.Json;

namespace Hardening.Components;

/// <summary>Decides whether a pod keeps to a profile, exactly as the policies of <see cref="WorkloadSecurity"/> do in the cluster.</summary>
/// <param name="profile">One of <see cref="SecurityProfile"/>.</param>
/// <param name="runAsUser">The user that every container runs as; any where null.</param>
/// <param name="addCapabilities">The capabilities that containers may add.</param>
public sealed class WorkloadSecurityRules(string profile, int? runAsUser = null, IReadOnlyList<string>? addCapabilities = null)
{
    private static readonly string[] Lists = ["containers", "initContainers", "ephemeralContainers"];

    private readonly IReadOnlyList<ContextRule> _ofContainers = ContextRules.OfContainers(profile, runAsUser, addCapabilities ?? []);
    private readonly IReadOnlyList<ContextRule> _ofPods = ContextRules.OfPods(profile);

    /// <summary>What does not keep to the profile, each as <c>container: what it does</c>.</summary>
    /// <param name="spec">The pod's <c>spec</c>.</param>
    /// <param name="oldSpec">Its <c>spec</c> before a change: containers that were there are not judged again, and neither is the pod itself.</param>
    public IReadOnlyList<string> Violations(JsonElement spec, JsonElement? oldSpec = null)
    {
        var running = oldSpec is { } old ? Containers(old).Select(Name).ToHashSet(StringComparer.Ordinal) : [];
        var containers = Containers(spec).Where(container => !running.Contains(Name(container))).ToList();
        return
        [
            .. oldSpec is null ? _ofPods.Where(rule => rule.IsBroken(spec, spec)).Select(rule => "pod: " + rule.Text) : [],
            .. _ofContainers.SelectMany(rule => containers.Where(container => rule.IsBroken(spec, container)).Select(container => $"{Name(container)}: {rule.Text}")),
        ];
    }

    /// <summary>The variables of the policy, in the order in which they need each other.</summary>
    internal IReadOnlyList<(string Name, string Expression)> Variables =>
    [
        ("profile", CelText.Literal(profile)),
        ("user", CelText.Literal(runAsUser?.ToString(CultureInfo.InvariantCulture) ?? "any")),
        ("added", CelText.List(addCapabilities ?? [])),
        ("running", CelText.Lines($"{CelText.IsCreation} ? [] : (", CelText.Indent(ContainersOf("oldObject.spec")), ").map(c, c.name)")),
        ("containers", CelText.Lines("(", CelText.Indent(ContainersOf("object.spec")), ").filter(c, !(c.name in variables.running))")),
        ("violations", Violations()),
    ];

    private string Violations()
    {
        var ofPods = _ofPods.Select(rule => $"({CelText.IsCreation} && ({rule.Cel}) ? [{CelText.Literal("pod: " + rule.Text)}] : [])");
        var ofContainers = _ofContainers.Select(rule => $"variables.containers.filter(c, {rule.Cel}).map(c, c.name + {CelText.Literal(": " + rule.Text)})");
        return string.Join("\n+ ", ofPods.Concat(ofContainers));
    }

    // The lists hold different types, which only dyn lets stand in one.
    private static string ContainersOf(string spec) => string.Join("\n+ ", Lists.Select(list => $"(has({spec}.{list}) ? dyn({spec}.{list}) : [])"));

    private static IEnumerable<JsonElement> Containers(JsonElement spec) => Lists.SelectMany(list => ContextPath.Items(spec, list));

    private static string Name(JsonElement container) => ContextPath.Text(container, "name") ?? string.Empty;
}
