namespace Hardening.Components;

/// <summary>What is refused in <see cref="GitOpsProjectArgs.SourceRepos"/>: Argo CD's own rules, and patterns that mean more than they look like.</summary>
internal static class SourceRepoRules
{
    private const string Everything = "*";
    private const string WriteAddress = "write it as the Applications do, such as https://github.com/owner/name or https://charts.jetstack.io";

    public static void Check(GitOpsProjectArgs args, ProblemList problems)
    {
        if (args.SourceRepos is not { Count: > 0 } repos)
        {
            problems.Add(
                string.Empty,
                null,
                args.SourceRepos is null ? "is missing, and the project would permit no source" : "is empty, and the project would permit no source",
                "list the Git repositories and Helm registries, or write locked: true for a project that nothing may use");
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var everything = repos.Contains(Everything, StringComparer.Ordinal);
        for (var i = 0; i < repos.Count; i++)
        {
            var at = problems.At(i);
            if (repos[i] is not { Length: > 0 } repo)
            {
                at.Add(string.Empty, string.Empty, "is empty", WriteAddress);
            }
            else if (SourceRepo.HasCredentials(repo.TrimStart('!')))
            {
                at.Add(string.Empty, null, "carries a user name or a password", "leave them out, and give Argo CD a repository secret");
            }
            else if (!seen.Add(SourceRepo.Normalize(repo)))
            {
                at.Add(string.Empty, repo, "is listed twice: case and .git do not count", "remove one of the two");
            }
            else if (repo[0] == '!')
            {
                CheckNegation(repo, everything, at);
            }
            else
            {
                CheckAllowed(repo, args.Reason, at);
            }
        }
    }

    private static void CheckNegation(string repo, bool everything, ProblemList problems)
    {
        if (GlobPattern.IsEverything(repo[1..]) || repo.Length == 1)
        {
            problems.Add(string.Empty, repo, "takes everything away", "remove it");
        }
        else if (!everything)
        {
            problems.Add(
                string.Empty,
                repo,
                "permits every repository but this one: Argo CD lets what a negation does not match pass, whatever else is listed",
                "remove it and list what is permitted, or write * beside it, with a reason");
        }
        else if (GlobPattern.HasBrackets(repo) || SourceRepo.Parse(repo[1..]) is null)
        {
            problems.Add(string.Empty, repo, "is no address of a repository", WriteAddress);
        }
        else if (!SourceRepo.IsRead(repo[1..]))
        {
            problems.Add(string.Empty, repo, "is no address that Argo CD can read, so that it takes nothing away", WriteAddress);
        }
    }

    private static void CheckAllowed(string repo, string? reason, ProblemList problems)
    {
        if (GlobPattern.HasBrackets(repo))
        {
            problems.Add(string.Empty, repo, "has brackets, which Argo CD reads as a pattern", "write one item for each repository, or * and ?");
            return;
        }

        var parsed = SourceRepo.Parse(repo);
        if (parsed is not null && !SourceRepo.IsRead(repo))
        {
            problems.Add(string.Empty, repo, "is no address that Argo CD can read, and permits others that it cannot read, or nothing", WriteAddress);
        }
        else if (GlobPattern.IsEverything(repo) || parsed is { IsAnybodys: true })
        {
            if (string.IsNullOrWhiteSpace(reason))
            {
                problems.Add(
                    string.Empty,
                    repo,
                    GlobPattern.IsEverything(repo)
                        ? "permits every repository there is, so that whoever may write an Application deploys anything"
                        : "permits repositories that anybody can make, so that whoever may write an Application deploys anything",
                    "list the repositories, or say in reason why not");
            }
        }
        else if (parsed is null)
        {
            problems.Add(string.Empty, repo, "is no address of a repository", WriteAddress);
        }
        else if (parsed.Scheme == "http")
        {
            problems.Warn(string.Empty, $"{repo} is not encrypted: whoever stands in between writes the manifests");
        }
        else if (repo[^1] == '/')
        {
            problems.Warn(string.Empty, $"{repo} ends in a slash, and Argo CD compares addresses whole: an Application that leaves the slash out is refused");
        }
    }
}
