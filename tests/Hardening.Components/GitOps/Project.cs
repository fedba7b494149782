namespace Hardening.Components.Tests.GitOps;

/// <summary>Arguments that the tests start from.</summary>
internal static class Project
{
    public const string InCluster = GitOpsDestinationArgs.InCluster;

    public static GitOpsProjectArgs Args(Action<GitOpsProjectArgs>? change = null)
    {
        var args = new GitOpsProjectArgs
        {
            Name = "shop",
            SourceRepos = ["https://github.com/example/shop", "https://charts.jetstack.io"],
            Destinations = [new() { Server = InCluster, Namespace = "shop" }],
        };
        change?.Invoke(args);
        return args;
    }

    public static string Refused(Action<GitOpsProjectArgs> change) => Support.Refusal.All(GitOpsProject.Validate(Args(change)));

    public static string Warned(Action<GitOpsProjectArgs> change)
    {
        var result = GitOpsProject.Validate(Args(change));
        Assert.Empty(result.Problems);
        return string.Join('\n', result.Warnings);
    }
}
