using System.Security.Cryptography;
using System.Text;
using Pulumi;
using Pulumi.Kubernetes.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Hardening.Components;

/// <summary>
/// Restarts a workload when one of its Secrets changes. Environment variables and <c>subPath</c> mounts keep the old value until then, and the controller of Sealed Secrets
/// changes the Secret and nothing else.
/// </summary>
/// <remarks>
/// Child: <c>{name}-patch</c>, a server-side-apply patch of the workload, which something else made, with the field manager <c>hardening-secret-rotation</c>: an annotation of the pod template
/// (<c>checksum/sealed-secrets</c>) or of the workload (<c>secret.reloader.stakater.com/reload</c>). It is retained on delete: taking the annotation away would restart the pods once more.
/// </remarks>
public sealed class SecretRotation : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string TypeToken = "hardening:index:SecretRotation";

    /// <summary>The annotation of the pod template that holds the checksum.</summary>
    internal const string ChecksumAnnotation = "checksum/sealed-secrets";

    /// <summary>The annotation that Reloader reads: the names of Secrets, joined by commas.</summary>
    internal const string ReloaderAnnotation = "secret.reloader.stakater.com/reload";

    // A manager of its own: under a shared one, each patch of a workload would take the others' fields away.
    private const string FieldManager = "hardening-secret-rotation";

    /// <summary>Creates the component.</summary>
    /// <param name="name">The resource name.</param>
    /// <param name="args">The workload and its Secrets.</param>
    /// <param name="options">The usual resource options.</param>
    /// <exception cref="ComponentArgumentException">The arguments are refused; it lists every problem.</exception>
    public SecretRotation(string name, SecretRotationArgs args, ComponentResourceOptions? options = null)
        : this(name, Accepted<SecretRotationArgs>.Of(nameof(SecretRotation), name, args, Validate), options)
    {
    }

    internal SecretRotation(string name, Accepted<SecretRotationArgs> accepted, ComponentResourceOptions? options)
        : base(TypeToken, name, options)
    {
        accepted.Warn(this);
        var args = accepted.Args;
        if (args.Mode != Rollout.Off)
        {
            Patch($"{name}-patch", args);
        }

        RegisterOutputs();
    }

    /// <summary>Checks the arguments; paths are relative to them.</summary>
    /// <param name="args">The arguments.</param>
    public static ValidationResult Validate(SecretRotationArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var problems = new ProblemList();
        SecretRotationChecks.Check(args, problems);
        return problems.ToResult();
    }

    private void Patch(string name, SecretRotationArgs args)
    {
        var metadata = new ObjectMetaPatchArgs { Name = args.Workload!, Namespace = args.Namespace!, Annotations = { [NamespaceMetadata.PatchFieldManager] = FieldManager } };
        PodTemplateSpecPatchArgs? template = null;
        if (args.Method == RotationMethod.Reloader)
        {
            metadata.Annotations.Add(ReloaderAnnotation, string.Join(',', args.Secrets!.Select(secret => secret.Name).Order(StringComparer.Ordinal)));
        }
        else
        {
            template = new PodTemplateSpecPatchArgs { Metadata = new ObjectMetaPatchArgs { Annotations = { [ChecksumAnnotation] = Checksum(args.Secrets!) } } };
        }

        var options = new CustomResourceOptions { Parent = this, RetainOnDelete = true };
        _ = args.Kind switch
        {
            WorkloadKind.StatefulSet => new StatefulSetPatch(name, new StatefulSetPatchArgs { Metadata = metadata, Spec = template is null ? null! : new StatefulSetSpecPatchArgs { Template = template } }, options),
            WorkloadKind.DaemonSet => new DaemonSetPatch(name, new DaemonSetPatchArgs { Metadata = metadata, Spec = template is null ? null! : new DaemonSetSpecPatchArgs { Template = template } }, options),
            _ => (Resource)new DeploymentPatch(name, new DeploymentPatchArgs { Metadata = metadata, Spec = template is null ? null! : new DeploymentSpecPatchArgs { Template = template } }, options),
        };
    }

    /// <summary>One checksum over those of the Secrets, whatever their order.</summary>
    private static Output<string> Checksum(List<RotatedSecretArgs> secrets)
    {
        var ordered = secrets.OrderBy(secret => secret.Name, StringComparer.Ordinal).ToList();
        return Output.All(ordered.Select(secret => secret.Checksum!)).Apply(checksums =>
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(ordered.Zip(checksums, (secret, checksum) => $"{secret.Name}={checksum}\n"))))));
    }
}
