using System.Text.RegularExpressions;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>
/// One policy of a project's role. Argo CD joins policies by line ends and looks for actions anywhere in the text; here a policy is exactly six parts on one line, and its
/// action is one that its resource has.
/// </summary>
internal static partial class RolePolicyRules
{
    private const string Every = "*";
    private const string Rollback = "rollback";
    private static readonly string[] Objects = ["get", "create", "update", "delete", Every];

    private static readonly Dictionary<string, string[]> Actions = new(StringComparer.Ordinal)
    {
        ["applications"] = ["get", "create", "update", "delete", "sync", Rollback, "override", Every],
        ["applicationsets"] = Objects,
        ["clusters"] = Objects,
        ["repositories"] = Objects,
        ["logs"] = ["get", Every],
        ["exec"] = ["create", Every],
    };

    public static void Check(string project, string role, string policy, ProblemList problems)
    {
        var parts = policy.Split(',').Select(part => part.Trim(' ')).ToArray();
        if (parts.Length != 6 || parts[0] != "p" || policy.Any(char.IsControl))
        {
            problems.Add(string.Empty, policy, "is no policy: six parts parted by commas, on one line", $"write it as p, proj:{project}:{role}, applications, sync, {project}/*, allow");
            return;
        }

        if (policy.Contains(" ,", StringComparison.Ordinal))
        {
            problems.Add(
                string.Empty,
                policy,
                "has a blank before a comma: Argo CD takes it for a part of the word, so that the policy matches nothing, and a deny denies nothing",
                "write blanks after commas only");
        }

        var subject = $"proj:{project}:{role}";
        if (parts[1] != subject)
        {
            problems.Add(string.Empty, policy, $"is about {parts[1]}, and a role's policies are about the role itself", $"write {subject} as the second part");
        }

        if (!Actions.TryGetValue(parts[2], out var actions))
        {
            problems.Add(string.Empty, policy, $"has the resource {parts[2]}, which projects have no policies for", Meant(parts[2], Actions.Keys));
        }
        else if (!actions.Contains(parts[3], StringComparer.Ordinal) && !(parts[2] == "applications" && FineGrained().IsMatch(parts[3])))
        {
            problems.Add(string.Empty, policy, $"has the action {parts[3]}, which {parts[2]} do not have", Meant(parts[3], actions));
        }

        if (!IsObject(project, parts[4]))
        {
            problems.Add(string.Empty, policy, $"is about {parts[4]}, which is no object of this project", $"write {project}/* or {project}/<name>, with a namespace between them where Applications live outside Argo CD's own");
        }

        if (parts[5] is not ("allow" or "deny"))
        {
            problems.Add(string.Empty, policy, $"ends in {parts[5]}", "write allow or deny as the last part");
        }

        if (parts[2] == "applications" && parts[3] == Rollback)
        {
            problems.Warn(string.Empty, "names rollback, an action that Argo CD has after 3.5 only: an older one asks for sync instead, and refuses the project whenever its own API saves it");
        }

        WarnOfPower(parts, problems);
    }

    private static void WarnOfPower(string[] parts, ProblemList problems)
    {
        if (parts[5] != "allow")
        {
            return;
        }

        if (parts[2] == "exec")
        {
            problems.Warn(string.Empty, "lets the role run commands in the pods of the project's Applications");
        }
        else if (parts[2] == "applications" && parts[3] is "override" or Every)
        {
            problems.Warn(string.Empty, $"{parts[3]} lets the role sync manifests of its own, past sourceRepos");
        }
    }

    private static bool IsObject(string project, string text)
    {
        var parts = text.Split('/');
        return parts.Length is 2 or 3 && parts[0] == project && parts.Skip(1).All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '*'));
    }

    private static string Meant(string text, IReadOnlyCollection<string> known) =>
        DidYouMean.Suggest(text, known) is { } meant ? $"did you mean {meant}?" : "write one of " + string.Join(", ", known);

    /// <summary>Actions on the resources of an application: <c>action/&lt;group&gt;/&lt;kind&gt;/&lt;name&gt;</c>, <c>update/…</c>, <c>delete/…</c>.</summary>
    [GeneratedRegex(@"\A(?:action|update|delete)/[A-Za-z0-9_.*?/-]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex FineGrained();
}
