using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>What is refused in <see cref="GitOpsProjectArgs.Destinations"/>.</summary>
internal static class DestinationRules
{
    private const string WriteServer = "write the cluster's API server, such as " + GitOpsDestinationArgs.InCluster;
    private static readonly string[] OfKubernetes = ["kube-system", "kube-public", "kube-node-lease"];

    public static void Check(GitOpsProjectArgs args, ProblemList problems)
    {
        if (args.Destinations is not { Count: > 0 } destinations)
        {
            problems.Add(string.Empty, null, args.Destinations is null ? "is missing, and the project would permit no destination" : "is empty, and the project would permit no destination", "list the clusters and namespaces that it deploys to");
            return;
        }

        for (var i = 0; i < destinations.Count; i++)
        {
            var destination = destinations[i];
            var at = problems.At(i);
            CheckCluster(destination, at);
            CheckNamespace(destination, destinations, at);
            if (destinations.FindIndex(other => Key(other) == Key(destination)) < i)
            {
                at.Add(string.Empty, null, "is listed twice", "remove one of the two");
            }

            WarnOfPower(args, destination, at);
        }
    }

    private static string Key(GitOpsDestinationArgs destination) => $"{destination.Server ?? destination.Name}/{destination.Namespace}";

    private static void CheckCluster(GitOpsDestinationArgs destination, ProblemList problems)
    {
        if (destination.Server is null == destination.Name is null)
        {
            problems.Add(
                "server",
                destination.Server,
                destination.Server is null ? "neither server nor name is stated, and Argo CD would match no cluster" : "server and name are both stated, and Argo CD takes either for a match",
                WriteServer);
        }

        foreach (var (path, cluster) in new[] { ("server", destination.Server), ("name", destination.Name) })
        {
            if (cluster is null)
            {
                continue;
            }

            if (cluster.StartsWith('!'))
            {
                problems.Add(path, cluster, "permits every cluster but this one: Argo CD lets what a negation does not match pass", "list the clusters that are meant");
            }
            else if (GlobPattern.HasBrackets(cluster))
            {
                problems.Add(path, cluster, "has brackets, which Argo CD reads as a pattern", "write one item for each cluster, or * and ?");
            }
            else if (GlobPattern.IsEveryName(cluster) && string.IsNullOrWhiteSpace(destination.Reason))
            {
                problems.Add(path, cluster, "is every cluster that Argo CD knows now or later", "name the cluster, or say in reason why not");
            }
            else if (path == "server" && !GlobPattern.IsPattern(cluster) && !IsServer(cluster))
            {
                problems.Add(path, cluster, "is no address of an API server", WriteServer);
            }
            else if (path == "name" && (cluster.Length == 0 || cluster.Any(char.IsControl) || cluster.Trim() != cluster))
            {
                problems.Add(path, cluster, "is no name of a cluster", "write the name as argocd cluster list shows it");
            }
        }
    }

    private static bool IsServer(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "https", UserInfo: "", Query: "" } && !text.EndsWith('/');

    private static void CheckNamespace(GitOpsDestinationArgs destination, List<GitOpsDestinationArgs> all, ProblemList problems)
    {
        if (string.IsNullOrEmpty(destination.Namespace))
        {
            problems.Add("namespace", destination.Namespace, "is missing, and Argo CD would match no namespace", "write the namespace");
            return;
        }

        var (text, negated) = destination.Namespace[0] == '!' ? (destination.Namespace[1..], true) : (destination.Namespace, false);
        if (negated && GlobPattern.IsEveryName(text))
        {
            problems.Add("namespace", destination.Namespace, "takes every namespace away", "remove it");
        }
        else if (negated && !(destination.Server is { } server && all.Exists(other => other.Server == server && other.Namespace == "*")))
        {
            problems.Add(
                "namespace",
                destination.Namespace,
                "permits every namespace but this one: Argo CD lets what a negation does not match pass, and denies only by server",
                "remove it and list what is permitted, or write server and namespace * beside it, with a reason");
        }
        else if (GlobPattern.IsEveryName(text))
        {
            if (string.IsNullOrWhiteSpace(destination.Reason))
            {
                problems.Add("namespace", destination.Namespace, "is every namespace, Argo CD's own and Kubernetes' among them", "list the namespaces, or say in reason why not");
            }
        }
        else if (GlobPattern.HasBrackets(text) || KubernetesName.CheckLabel(text.Replace('*', 'x').Replace('?', 'x')) is not null)
        {
            problems.Add("namespace", destination.Namespace, KubernetesName.CheckLabel(text.Replace('*', 'x').Replace('?', 'x')) ?? "has brackets", "write the namespace's name; * and ? stand for any characters");
        }
    }

    private static void WarnOfPower(GitOpsProjectArgs args, GitOpsDestinationArgs destination, ProblemList problems)
    {
        if (destination.Namespace is not { Length: > 0 } pattern || pattern[0] == '!' || !string.IsNullOrWhiteSpace(destination.Reason) || GlobPattern.IsEveryName(pattern))
        {
            return;
        }

        var own = args.Namespace ?? GitOpsProjectArgs.DefaultNamespace;
        if (GlobPattern.Matches(pattern, own))
        {
            problems.Warn("namespace", $"{own} is where Argo CD runs: whoever deploys there changes Argo CD's rights and projects; leave it out, or say in reason why not");
        }
        else if (Array.Find(OfKubernetes, name => GlobPattern.Matches(pattern, name)) is { } system)
        {
            problems.Warn("namespace", $"{system} is Kubernetes' own: whoever deploys there runs pods that the cluster trusts; leave it out, or say in reason why not");
        }
    }
}
