using System.Text.RegularExpressions;
using Hardening.Infra.Plans.Schemas;
using Hardening.Infra.StackFiles;
using Pulumi;
using Pulumi.Utilities;

namespace Hardening.Infra.Plans.Reading;

/// <summary>
/// Reads values that may not lie in a stack file as they are: encrypted ones, which only an engine can read, and those of environment variables. Whatever comes of it is a Pulumi secret.
/// </summary>
internal sealed partial class SecretValues(PlanSource source, PlanProblems problems)
{
    private const string EnvironmentKey = "environment";

    /// <summary>One value; null where it is absent or refused, unknown where only an engine can read it.</summary>
    public Input<string>? Read(PlanObject owner, string key) => owner.Node(key, MemberKind.Secret) is { } value ? Read(value, owner.PathOf(key), owner.PathOf(key)) : null;

    /// <summary>A mapping of such values.</summary>
    public Dictionary<string, Input<string>>? ReadMap(PlanObject owner, string key)
    {
        if (owner.Node(key, MemberKind.SecretMap) is not { } map)
            return null;
        if (map.Kind is not ConfigKind.Object)
        {
            const string wanted = "a mapping of names to encrypted values";
            problems.Add(owner.PathOf(key), null, PlanProblems.NotA(wanted, map), problems.TypeFix(wanted, map));
            return null;
        }

        var values = new Dictionary<string, Input<string>>(StringComparer.Ordinal);
        foreach (var (name, value) in map.Members)
        {
            // What is refused stays in the map: the secret is not empty because of it.
            values[name] = Read(value, $"{owner.PathOf(key)}[{name}]", $"{owner.PathOf(key)}[\"{name}\"]") ?? Unknown();
        }

        return values;
    }

    /// <param name="value">What is written.</param>
    /// <param name="path">Where problems say that it stands.</param>
    /// <param name="written">The same for <c>pulumi config</c>, which takes a dot in a key for a member.</param>
    private Input<string>? Read(ConfigNode value, string path, string written)
    {
        switch (value.Kind)
        {
            case ConfigKind.Secret:
                return Unknown();
            case ConfigKind.String when value.Text.Length == 0:
                problems.Add(path, null, "is empty", "write a value, or leave it out");
                return null;
            case ConfigKind.String when source.SecretSections.Contains(PlanSections.Secrets):
                return Output.CreateSecret(value.Text);
            case ConfigKind.String:
                problems.Add(path, null, "is in plain text, where everybody reads it who reads the stack file", $"replace the secret, and write the new one with pulumi config set --secret --path '{written}'");
                return null;
            case ConfigKind.Object when value.Members.ContainsKey(EnvironmentKey):
                return ReadVariable(new PlanObject(value, path, problems));
            default:
                problems.Add(path, null, PlanProblems.NotA("an encrypted text", value), $"write it with pulumi config set --secret --path '{written}', or as {{ environment: NAME }}");
                return null;
        }
    }

    private Input<string>? ReadVariable(PlanObject item)
    {
        var name = item.Text(EnvironmentKey);
        item.Done();
        if (name is null)
            return null;
        if (!Names().IsMatch(name))
        {
            problems.Add(new($"{item.Path}.{EnvironmentKey}", null, "is no name of an environment variable", "write its name, as PAYMENTS_API_KEY; if this is the value itself, it has leaked: replace it"));
            return null;
        }

        if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } text)
            return Output.CreateSecret(text);
        if (source.HasEngine)
            problems.Add(new($"{item.Path}.{EnvironmentKey}", null, $"the environment variable {name} is not set", "set it for the deployment"));
        return Unknown();
    }

    private static Input<string> Unknown() => Output.CreateSecret(OutputUtilities.CreateUnknown(""));

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Names();
}
