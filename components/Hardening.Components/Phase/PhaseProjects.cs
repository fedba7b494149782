using System.Globalization;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Holds Argo CD's projects against each other and against the phase's egress: a source that Argo CD cannot reach is one that nothing is deployed from.</summary>
internal static class PhaseProjects
{
    private const string RepoServer = "repo-server";

    public static void Check(IReadOnlyList<Accepted<GitOpsProjectArgs>> projects, IReadOnlyList<Accepted<EgressPolicyArgs>> egress, PhaseProblems problems)
    {
        problems.AddPlaced(GitOpsProjectSet.Validate([.. projects.Select((project, index) => (problems.PlaceOf("projects", index), project.Args))]));
        for (var index = 0; index < projects.Count; index++)
        {
            var found = new ProblemList();
            WarnOfClosedSources(projects[index].Args, egress, found);
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"projects[{index}]"), found.ToResult());
        }
    }

    private static void WarnOfClosedSources(GitOpsProjectArgs project, IReadOnlyList<Accepted<EgressPolicyArgs>> egress, ProblemList problems)
    {
        var space = GitOpsProjectSet.NamespaceOf(project);
        var rules = egress.Select(policy => policy.Args).Where(policy => PhaseEgress.NamespaceOf(policy) == space && IsOfRepoServer(policy)).SelectMany(policy => policy.Rules ?? []).ToList();

        // Addresses say nothing about names.
        if (rules.Count == 0 || rules.Exists(rule => rule.World || rule.Cidr is not null || rule.Cidrs is not null || rule.CidrGroup is not null))
        {
            return;
        }

        var patterns = new List<DnsPattern>();
        foreach (var name in rules.SelectMany(rule => (rule.Fqdns ?? []).Append(rule.Fqdn!)).Where(name => name is not null))
        {
            if (InputLeaf.Of(name).Value is not { } text)
            {
                // A name that is not known yet may be any.
                return;
            }

            if (DnsPattern.TryParse(text, out var pattern, out _))
            {
                patterns.Add(pattern);
            }
        }

        foreach (var (source, host) in GitOpsProject.SourceHosts(project).Where(source => !patterns.Exists(pattern => pattern.Matches(source.Host))))
        {
            problems.At("sourceRepos").At(source).Warn(string.Empty, $"Argo CD's repository server cannot read from it: no egress rule of {space} allows {host}. Add one, or remove the source.");
        }
    }

    private static bool IsOfRepoServer(EgressPolicyArgs policy) =>
        policy.PodSelector is null or { Count: 0 } || policy.PodSelector.Values.Any(value => value.EndsWith(RepoServer, StringComparison.Ordinal));
}
