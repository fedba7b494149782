using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>The checks of <see cref="DashboardAccessArgs"/>.</summary>
internal static class DashboardChecks
{
    private const string NoBinding = "clusterRoleBinding.create=false";
    private const string OtherRole = "clusterRoleBinding.clusterRoleName=";
    private const string AggregateTo = "aggregate-to-";
    private const string System = "system:";
    private static readonly string[] Modes = [Rollout.Off, Rollout.Enforce];
    private static readonly string[] RolesOfKubernetes = ["cluster-admin", "admin", "edit", "view"];

    public static void Check(DashboardAccessArgs args, ProblemList problems)
    {
        ModeRules.Check(args.Mode, Modes, "mode", problems);
        CheckRoleName(args.RoleName, problems);
        CheckSubjects(args, problems);
        CheckChartValue(args, problems);
        CheckLabels(args.Labels, problems.At("labels"));
        var granted = DashboardRoleRules.Defaults.ToList();
        for (var i = 0; i < (args.Read?.Count ?? 0); i++)
        {
            var read = args.Read![i];
            DashboardRuleChecks.Check(read.ApiGroups, read.Resources, DashboardRoleRules.ReadVerbs, problems.At("read").At(i));
            CheckAddsSomething(DashboardRoleRules.Of(read), granted, problems.At("read").At(i));
        }

        for (var i = 0; i < (args.Write?.Count ?? 0); i++)
        {
            DashboardRuleChecks.CheckWrite(args.Write![i], problems.At("write").At(i));
            CheckAddsSomething(DashboardRoleRules.Of(args.Write[i]), granted, problems.At("write").At(i));
        }
    }

    private static void CheckAddsSomething(RbacRule rule, List<RbacRule> granted, ProblemList problems)
    {
        var wider = granted.Where(earlier => earlier.ResourceNames.Count == 0 || earlier.ResourceNames.SequenceEqual(rule.ResourceNames, StringComparer.Ordinal)).ToList();
        var all = rule.Accesses().ToList();
        if (all.Count > 0 && all.TrueForAll(access => wider.Exists(earlier => earlier.Allows(access))))
        {
            problems.Add(string.Empty, null, "grants nothing that every dashboard, or an earlier rule, may not do already", "remove it");
        }

        granted.Add(rule);
    }

    private static void CheckRoleName(string? name, ProblemList problems)
    {
        if (name is null)
        {
            return;
        }

        if (RolesOfKubernetes.Contains(name, StringComparer.Ordinal))
        {
            problems.Add("roleName", name, "is a role of Kubernetes' own, which would be overwritten", $"write another name, such as {DashboardAccessArgs.DefaultRoleName}");
        }
        else if (KubernetesName.CheckSubdomain(name) is { } message)
        {
            problems.Add("roleName", name, message, $"write a name such as {DashboardAccessArgs.DefaultRoleName}");
        }
    }

    private static void CheckSubjects(DashboardAccessArgs args, ProblemList problems)
    {
        if (args.ServiceAccount is null && args.Groups is null or { Count: 0 } && args.Users is null or { Count: 0 })
        {
            problems.Add("serviceAccount", null, "nobody would have the role", "state the dashboard's serviceAccount, or the groups or users that sign in to it");
        }

        if (args.ServiceAccount is { } account)
        {
            CheckAccount(account, problems.At("serviceAccount"));
        }

        CheckPeople(args.Groups, "group", problems.At("groups"));
        CheckPeople(args.Users, "user", problems.At("users"));
    }

    private static void CheckAccount(DashboardServiceAccountArgs account, ProblemList problems)
    {
        if (KubernetesName.CheckLabel(account.Namespace) is { } space)
        {
            problems.Add("namespace", account.Namespace, space, "write the namespace that the dashboard runs in");
        }

        if (account.Name == "default")
        {
            problems.Add("name", account.Name, "is the account of every pod of the namespace that names none", "give the dashboard an account of its own (serviceAccount.create=true in Headlamp's chart)");
        }
        else if (KubernetesName.CheckSubdomain(account.Name) is { } name)
        {
            problems.Add("name", account.Name, name, "write the name of the dashboard's ServiceAccount");
        }
    }

    private static void CheckPeople(List<string>? names, string what, ProblemList problems)
    {
        for (var i = 0; i < (names?.Count ?? 0); i++)
        {
            var name = names![i];
            if (string.IsNullOrWhiteSpace(name))
            {
                problems.At(i).Add(string.Empty, name, $"a {what} needs a name", "write it as the identity provider does, prefix included");
            }
            else if (name.StartsWith(System, StringComparison.Ordinal))
            {
                problems.At(i).Add(string.Empty, name, $"is a {what} of Kubernetes' own, which is more than the people who use a dashboard", $"name a {what} of the identity provider, or use serviceAccount");
            }
            else if (names.IndexOf(name) < i)
            {
                problems.At(i).Add(string.Empty, name, "is listed twice", "remove one of the two");
            }
        }
    }

    private static void CheckChartValue(DashboardAccessArgs args, ProblemList problems)
    {
        var own = OtherRole + (args.RoleName ?? DashboardAccessArgs.DefaultRoleName);
        if (string.IsNullOrEmpty(args.ChartValue))
        {
            problems.Add("chartValue", null, "is missing: the chart's own binding to cluster-admin would make this role meaningless", $"write {NoBinding}, and set it in the chart");
        }
        else if (args.ChartValue != NoBinding && args.ChartValue != own)
        {
            problems.Add("chartValue", args.ChartValue, "does not take the chart's binding to cluster-admin away", $"write {NoBinding} or {own}, and set it in the chart");
        }
    }

    private static void CheckLabels(Dictionary<string, string>? labels, ProblemList problems)
    {
        LabelRules.CheckLabels(labels ?? [], problems);
        foreach (var (key, value) in labels ?? [])
        {
            if (key.Contains(AggregateTo, StringComparison.Ordinal))
            {
                problems.Add($"[{key}]", value, "would add these rules to another role, and whoever has that role", "remove the label");
            }
            else if (key == NamespaceMetadata.ManagedByLabel)
            {
                problems.Add($"[{key}]", value, "is set by the component itself", "remove the label");
            }
        }
    }
}
