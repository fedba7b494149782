using System.Text.RegularExpressions;

namespace Hardening.Components;

/// <summary>What Argo CD's API, and only that, refuses in a project's roles.</summary>
internal static partial class RoleRules
{
    public static void Check(GitOpsProjectArgs args, ProblemList problems)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < (args.Roles?.Count ?? 0); i++)
        {
            var role = args.Roles![i];
            var at = problems.At(i);
            if (role.Name is null || !RoleName().IsMatch(role.Name))
            {
                at.Add("name", role.Name, "is no name of a role", "use letters, digits, hyphens and underscores, first and last a letter or digit");
            }
            else if (!names.Add(role.Name))
            {
                at.Add("name", role.Name, "is the name of an earlier role too", "merge the two");
            }

            CheckPolicies(args.Name ?? string.Empty, role, at.At("policies"));
            CheckGroups(role, at.At("groups"));
        }
    }

    private static void CheckPolicies(string project, GitOpsRoleArgs role, ProblemList problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < (role.Policies?.Count ?? 0); i++)
        {
            var policy = role.Policies![i];
            if (!seen.Add(string.Join(',', policy.Split(',').Select(part => part.Trim(' ')))))
            {
                problems.At(i).Add(string.Empty, policy, "is listed twice", "remove one of the two");
                continue;
            }

            RolePolicyRules.Check(project, role.Name ?? string.Empty, policy, problems.At(i));
        }
    }

    private static void CheckGroups(GitOpsRoleArgs role, ProblemList problems)
    {
        for (var i = 0; i < (role.Groups?.Count ?? 0); i++)
        {
            var group = role.Groups![i];
            var quoted = group.Length > 1 && group[0] == '"' && group[^1] == '"';
            var inner = quoted ? group[1..^1] : group;
            if (role.Groups.IndexOf(group) < i)
            {
                problems.At(i).Add(string.Empty, group, "is listed twice", "remove one of the two");
            }
            else if (string.IsNullOrWhiteSpace(inner) || group.Trim() != group || inner.Any(c => c == '"' || char.IsControl(c)))
            {
                problems.At(i).Add(string.Empty, group, "is no name of a group", "write it as the identity provider does, without blanks around it, quotes and control characters");
            }
            else if (!quoted && inner.Contains(',', StringComparison.Ordinal))
            {
                problems.At(i).Add(string.Empty, group, "has a comma, which parts policies", $"put it in double quotes: '\"{group}\"'");
            }
        }
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9](?:[-_a-zA-Z0-9]*[a-zA-Z0-9])?\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex RoleName();
}
