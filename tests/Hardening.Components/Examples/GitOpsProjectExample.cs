namespace Hardening.Components.Tests.Examples;

internal static class GitOpsProjectExample
{
    public static void Run()
    {
        // <example>
        _ = new GitOpsProject("kubernetes", new()
        {
            Name = "kubernetes",
            SourceRepos = ["https://github.com/example/kubernetes", "https://charts.jetstack.io"],
            Destinations = [new() { Server = GitOpsDestinationArgs.InCluster, Namespace = "cert-manager" }],
            ClusterResourceWhitelist = [new() { Group = "apiextensions.k8s.io", Kind = "CustomResourceDefinition" }],
            Roles = [new() { Name = "operator", Policies = ["p, proj:kubernetes:operator, applications, sync, kubernetes/*, allow"], Groups = ["operators"] }],
        });
        _ = new GitOpsProject("default", new() { Name = GitOpsProjectSet.Default, Locked = true });
        // </example>
    }
}
