namespace Hardening.Components;

/// <summary>Checks a phase: every part by the rules of its component, then the parts against each other.</summary>
internal static class PhaseChecks
{
    /// <summary>Checks a phase.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="place">Where an argument stands for whoever reads the problems, by its path in the arguments.</param>
    public static CheckedPhase Run(HardeningPhaseArgs args, Func<string, string> place)
    {
        var problems = new PhaseProblems(place);
        var facts = Facts(args, problems);
        var members = new PhaseMembers(facts, args.Cluster, problems);
        var groups = members.Told("cidrGroups", args.CidrGroups);
        problems.Add("cidrGroups", CidrGroups.Validate(groups));
        var namespaces = PhaseNamespaces.Check(members.Told("namespaces", args.Namespaces), problems);
        var resolving = PhaseEgress.ResolvingNamespaces(args);
        var egress = members.Accept("egress", args.Egress, policy => PhaseEgress.Validate(policy, resolving));
        PhaseEgress.CheckSet(namespaces, egress, problems);
        var ingress = members.Accept("ingress", args.Ingress, IngressPolicy.Validate);
        PhaseIngress.CheckSet(namespaces, egress, ingress, problems);
        var security = members.Accept("security", args.Security, WorkloadSecurity.Validate);
        PhaseNames.CheckSecurity(security, problems);
        var registries = members.Accept("registries", args.Registries, RegistryAllowlist.Validate);
        var pinning = members.Accept("pinning", args.Pinning, ImagePinning.Validate);
        if (registries is { Args: var trusted })
        {
            PhaseAdmission.Check(namespaces, "registries", trusted.Engine, trusted.ExcludedNamespaces, problems);
        }

        if (pinning is { Args: var pinned })
        {
            PhaseAdmission.Check(namespaces, "pinning", pinned.Engine, pinned.ExcludedNamespaces, problems);
        }

        var alerts = members.Accept("certManagerAlerts", args.CertManagerAlerts, CertManagerAlerts.Validate);
        var dashboard = members.Accept("dashboard", args.Dashboard, DashboardAccess.Validate);
        var disruption = members.Accept("disruption", args.Disruption, PodDisruption.Validate);
        problems.AddPlaced(PodDisruptionSet.Validate([.. disruption.Select((budget, index) => (problems.PlaceOf("disruption", index), budget.Args))]));
        var projects = members.Accept("projects", args.Projects, GitOpsProject.Validate);
        PhaseProjects.Check(projects, egress, problems);
        var secrets = members.Accept("secrets", args.Secrets, SealedSecretBundle.Validate);
        var rotation = PhaseSecrets.Check(args.Secrets, members.Told("rotation", args.Rotation), problems);
        var spread = members.Accept("spread", args.Spread, TopologySpread.Validate);
        var defaults = members.Accept("defaults", PhaseDefaults.Fill(args), NamespaceDefaults.Validate);
        PhaseBudget.Check(facts, args.MemoryOvercommit ?? ClusterBudget.DefaultOvercommit, namespaces, problems);
        return new CheckedPhase(args, problems.ToResult())
        {
            CidrGroups = groups,
            Namespaces = [.. namespaces.Select(space => space.Silent())],
            Egress = egress,
            Ingress = ingress,
            Security = security,
            Registries = registries,
            Pinning = pinning,
            CertManagerAlerts = alerts,
            Dashboard = dashboard,
            Disruption = disruption,
            Projects = projects,
            Secrets = secrets,
            Rotation = rotation,
            Spread = spread,
            Defaults = defaults,
        };
    }

    private static ClusterFactsArgs Facts(HardeningPhaseArgs args, PhaseProblems problems)
    {
        if (args.Cluster is null)
        {
            problems.Add("cluster", null, "is missing", "state what the cluster has, its versions above all");
        }

        if (args.Namespaces is null)
        {
            problems.Add("namespaces", null, "is missing", "list the namespaces");
        }

        var facts = args.Cluster ?? new ClusterFactsArgs();
        problems.Add("cluster", ClusterFacts.Validate(facts));

        // A NetworkPolicy states the blocks of a group in place, and so has to be told of them.
        var groups = (args.CidrGroups ?? []).Where(group => group is { Name: not null, Cidrs: not null }).DistinctBy(group => group.Name, StringComparer.Ordinal).ToList();
        return groups.Count > 0 && facts.CidrGroups is null && new NetworkFacts(facts).IsKubernetes
            ? facts.With(groups.ToDictionary(group => group.Name!, group => group.Cidrs!, StringComparer.Ordinal))
            : facts;
    }
}
