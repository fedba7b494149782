using Hardening.Components;
using Hardening.Infra.Plans.Schemas;
using Hardening.Infra.StackFiles;
using Hardening.Primitives;

namespace Hardening.Infra.Plans.Reading;

/// <summary>Collects what is wrong with a plan, and words what is common to all of it.</summary>
internal sealed class PlanProblems
{
    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Where readers leave what they ask for, while the schema is made; null while a plan is read.</summary>
    public PlanShape? Shape { get; init; }

    /// <summary>Whether the section being read holds decrypted secrets, so that no value of it may be shown.</summary>
    public bool HidesValues { get; set; }

    public void Add(string path, string? value, string message, string fix) => Add(new Problem(path, value, message, fix));

    public void Add(Problem problem) => _problems.Add(HidesValues ? problem with { Value = null } : problem);

    /// <summary>Refuses a value that is no text; in quotes it would be one, and yet none of a closed set.</summary>
    public void AddNoText(string path, ConfigNode node, IReadOnlyList<string>? closedSet = null) =>
        Add(path, Shown(node), NotA("a text", node), closedSet is { Count: > 1 } && node.Kind is not ConfigKind.Secret ? "write one of " + string.Join(", ", closedSet) : TypeFix("a text", node));

    /// <summary>What may be shown of a value: nothing of a secret, no contents of lists and objects.</summary>
    public static string? Shown(ConfigNode node) => node.Kind is ConfigKind.Bool or ConfigKind.Number or ConfigKind.String ? node.Text : null;

    public static string NotA(string wanted, ConfigNode node) => node.Kind switch
    {
        ConfigKind.Secret => $"is encrypted, and {wanted} is needed to know which objects there will be",
        ConfigKind.Null => $"has no value where {wanted} belongs",
        _ => $"is {Name(node.Kind)} where {wanted} belongs",
    };

    public string TypeFix(string wanted, ConfigNode node) => node.Kind switch
    {
        ConfigKind.Secret => "write it in plain text",
        ConfigKind.Number or ConfigKind.Bool when wanted is "a text" && HidesValues => "put it in quotes",
        ConfigKind.Number or ConfigKind.Bool when wanted is "a text" => $"put it in quotes: \"{node.Text}\"",
        ConfigKind.String when wanted is "true or false" => "write true or false, without quotes",
        ConfigKind.String when wanted.EndsWith("number", StringComparison.Ordinal) => "write the number without quotes",
        ConfigKind.String or ConfigKind.Object when wanted.StartsWith("a list", StringComparison.Ordinal) => "write a list, each item after a dash",
        _ => $"write {wanted}",
    };

    /// <summary>Names what was probably meant; otherwise the general advice.</summary>
    public static string Suggest(string written, IEnumerable<string> known, string otherwise) =>
        DidYouMean.Suggest(written, known) is { } meant ? $"did you mean {meant}?" : otherwise;

    private static string Name(ConfigKind kind) => kind switch
    {
        ConfigKind.Bool => "a boolean",
        ConfigKind.Number => "a number",
        ConfigKind.String => "a text",
        ConfigKind.List => "a list",
        _ => "a mapping",
    };
}
