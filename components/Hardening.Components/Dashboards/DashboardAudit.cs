namespace Hardening.Components;

/// <summary>Judges recorded bindings by what a dashboard may do.</summary>
internal static class DashboardAudit
{
    private const string ClusterAdmin = "cluster-admin";
    private const string SystemNamespace = "kube-system";
    private const int MostShown = 3;

    /// <summary>Roles that Kubernetes gives everybody, and the one for reading; none of them reaches anything forbidden.</summary>
    private static readonly string[] Harmless =
        ["system:basic-user", "system:discovery", "system:public-info-viewer", "system:service-account-issuer-discovery", "view"];

    public static IReadOnlyList<Finding> Find(DashboardAccessArgs args, RecordedRbac recorded)
    {
        var findings = new List<Finding>();
        var subjects = DashboardSubjects.WithImplied(args);
        var own = args.RoleName ?? DashboardAccessArgs.DefaultRoleName;
        foreach (var binding in recorded.Bindings)
        {
            if (binding.Subjects.FirstOrDefault(subjects.Contains) is { } subject && Judge(args, recorded, binding, subject, own) is { } message)
            {
                findings.Add(new Finding(string.Empty, message));
            }
            else if (binding.Role == new RbacRoleName(ClusterAdmin) && binding.Subjects.FirstOrDefault(other => IsNeighbour(other, args.ServiceAccount)) is { } neighbour)
            {
                findings.Add(new Finding(string.Empty, $"{binding} gives {neighbour} cluster-admin, an account of the dashboard's namespace: name it in serviceAccount if the dashboard runs as it, else delete the binding"));
            }
        }

        if (args.Mode == Rollout.Off)
        {
            return findings;
        }

        foreach (var subject in DashboardSubjects.Of(args).Where(subject => !recorded.Bindings.Any(binding => Gives(binding, own, subject))))
        {
            findings.Add(new Finding(string.Empty, $"no ClusterRoleBinding gives {subject} the ClusterRole {own}: deploy the plan, then record again"));
        }

        return findings;
    }

    /// <summary>Another account of the dashboard's namespace: perhaps the one that it really runs as. Namespaces of the system have many.</summary>
    private static bool IsNeighbour(RbacSubject subject, DashboardServiceAccountArgs? account) =>
        account is not null && subject.Kind == RbacSubject.ServiceAccount && subject.Namespace == account.Namespace && account.Namespace != SystemNamespace;

    private static bool Gives(RbacBinding binding, string role, RbacSubject subject) =>
        binding.Namespace is null && binding.Role == new RbacRoleName(role) && binding.Subjects.Contains(subject);

    private static string? Judge(DashboardAccessArgs args, RecordedRbac recorded, RbacBinding binding, RbacSubject subject, string own)
    {
        if (binding.Role == new RbacRoleName(ClusterAdmin))
        {
            return $"{binding} gives {subject} cluster-admin: set {args.ChartValue} in the dashboard's chart, or delete the binding where the chart is not its owner";
        }

        if (!recorded.Roles.TryGetValue(binding.Role, out var rules))
        {
            // The plan's own role is what the plan says.
            return binding.Role == new RbacRoleName(own) || (binding.Role.Namespace is null && Harmless.Contains(binding.Role.Name, StringComparer.Ordinal))
                ? null
                : $"{binding} gives {subject} the {binding.Role}, whose rules were not recorded: record clusterroles and roles as well, or delete the binding";
        }

        var reached = DashboardForbidden.ReachedBy(rules);
        if (reached.Count == 0)
        {
            return null;
        }

        var shown = string.Join(", ", reached.Take(MostShown)) + (reached.Count > MostShown ? $" and {reached.Count - MostShown} more" : "");
        return $"{binding} gives {subject} the {binding.Role}, which allows {shown}: delete the binding or narrow the role";
    }
}
