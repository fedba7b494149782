using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.KubernetesCrds.ArgoCD.V1alpha1;
using Pulumi.Utilities;

namespace Hardening.Components;

/// <summary>
/// An Argo CD project: from where its Applications take manifests, where they put them, which kinds, and who may sync when. Whoever gets into Argo CD deploys nothing from elsewhere.
/// </summary>
/// <remarks>
/// Child: <c>{name}-project</c>, an AppProject; of a locked project an AppProjectPatch, which takes everything away from a project that exists. Argo CD checks projects in its
/// own API server alone; what <c>kubectl</c> and Pulumi write is stored as it is, so that its rules are checked here. Refused besides is what Argo CD reads otherwise than
/// it looks: a negation permits whatever it does not match (argoproj/argo-cd issues 12383, 21264 and 26743), an empty list of namespaced kinds permits none while an absent one
/// permits all, and an unknown time zone is UTC.
/// </remarks>
public sealed class GitOpsProject : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string TypeToken = "hardening:index:GitOpsProject";

    /// <summary>Creates the component.</summary>
    /// <param name="name">The resource name.</param>
    /// <param name="args">What the project permits.</param>
    /// <param name="options">The usual resource options.</param>
    /// <exception cref="ComponentArgumentException">The arguments are refused; it lists every problem.</exception>
    public GitOpsProject(string name, GitOpsProjectArgs args, ComponentResourceOptions? options = null)
        : this(name, Accepted<GitOpsProjectArgs>.Of(nameof(GitOpsProject), name, args, Validate), options)
    {
    }

    internal GitOpsProject(string name, Accepted<GitOpsProjectArgs> accepted, ComponentResourceOptions? options)
        : base(TypeToken, name, options)
    {
        accepted.Warn(this);
        var args = accepted.Args;
        var project = Output.Create(args.Name!);
        ProjectName = args.Mode == Rollout.Off ? project : OutputUtilities.WithDependency(project, args.Locked ? Lock(name, args) : Create(name, args));
        RegisterOutputs();
    }

    /// <summary>The project's name; whoever uses it waits for the project.</summary>
    [Output("projectName")]
    public Output<string> ProjectName { get; private set; }

    /// <summary>Checks the arguments; paths are relative to them. What projects do to each other is the matter of <see cref="GitOpsProjectSet"/>.</summary>
    /// <param name="args">The arguments.</param>
    public static ValidationResult Validate(GitOpsProjectArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var problems = new ProblemList();
        GitOpsProjectChecks.Check(args, problems);
        return problems.ToResult();
    }

    /// <summary>
    /// Whether anybody may have what a source permits: every repository, or any account of a host that everybody can have one at. What <see cref="GitOpsProjectArgs.SourceRepos"/> accepts of that
    /// needs a reason, and restricts nothing. So does a negation, which permits what it does not match.
    /// </summary>
    /// <param name="source">One of a project's sources.</param>
    public static bool IsAnybodys(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return GlobPattern.IsEverything(source) || source.StartsWith('!') || SourceRepo.Parse(source) is { IsAnybodys: true };
    }

    /// <summary>
    /// The hosts outside the cluster that Argo CD's repository server has to reach for a project, each with the index of the source that needs it. Patterns of hosts, negations and
    /// services of the cluster are left out.
    /// </summary>
    /// <param name="args">The arguments.</param>
    public static IReadOnlyList<(int Source, string Host)> SourceHosts(GitOpsProjectArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var hosts = new List<(int Source, string Host)>();
        for (var i = 0; i < (args.SourceRepos?.Count ?? 0); i++)
        {
            var repo = args.SourceRepos![i];
            if (!repo.StartsWith('!') && SourceRepo.Parse(repo) is { Host: var host } && host.Contains('.', StringComparison.Ordinal) && !GlobPattern.IsPattern(host)
                && !host.EndsWith(".svc", StringComparison.Ordinal) && !host.Contains(".svc.", StringComparison.Ordinal))
            {
                hosts.Add((i, host));
            }
        }

        return hosts;
    }

    private static ObjectMetaArgs Metadata(GitOpsProjectArgs args) => new() { Name = args.Name!, Namespace = GitOpsProjectSet.NamespaceOf(args) };

    private AppProject Create(string name, GitOpsProjectArgs args)
    {
        var metadata = Metadata(args);
        metadata.Labels = new Dictionary<string, string>(StringComparer.Ordinal) { [NamespaceMetadata.ManagedByLabel] = NamespaceMetadata.ManagedBy };
        return new AppProject($"{name}-project", new AppProjectArgs { Metadata = metadata, Spec = GitOpsProjectManifest.Spec(args) }, new CustomResourceOptions { Parent = this });
    }

    /// <summary>Argo CD wrote the fields and keeps no claim to them: they are taken by force, and stay when the stack is destroyed.</summary>
    private AppProjectPatch Lock(string name, GitOpsProjectArgs args)
    {
        var metadata = Metadata(args);
        metadata.Annotations = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [NamespaceMetadata.PatchFieldManager] = NamespaceMetadata.ManagedBy,
            [NamespaceMetadata.PatchForce] = "true",
        };
        var spec = new AppProjectSpecPatchArgs
        {
            SourceRepos = new InputList<string>(),
            Destinations = new InputList<AppProjectSpecDestinationsPatchArgs>(),
            ClusterResourceWhitelist = new InputList<AppProjectSpecClusterResourceBlacklistPatchArgs>(),
            NamespaceResourceBlacklist = { new AppProjectSpecNamespaceResourceBlacklistPatchArgs { Group = "*", Kind = "*" } },
        };
        return new AppProjectPatch($"{name}-project", new AppProjectPatchArgs { Metadata = metadata, Spec = spec }, new CustomResourceOptions { Parent = this, RetainOnDelete = true });
    }
}
