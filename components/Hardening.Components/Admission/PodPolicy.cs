using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Hardening.Components;

/// <summary>A policy about pods as the engines need it: what is evaluated, what becomes of a refusal and what is exempt.</summary>
/// <param name="resourceName">The component's resource name; the engines' resources are named after it.</param>
/// <param name="parent">The component.</param>
internal sealed class PodPolicy(string resourceName, Resource parent)
{
    public required string PolicyName { get; init; }

    public required string Mode { get; init; }

    /// <summary>What the arguments say; without it enforcing fails closed and anything less refuses nothing.</summary>
    public required string? FailurePolicy { private get; init; }

    public IReadOnlyList<string>? ExcludedNamespaces { private get; init; }

    /// <summary>Further conditions of what is judged at all.</summary>
    public IReadOnlyList<(string Name, string Expression)> Scope { private get; init; } = [];

    /// <summary>Whether Kyverno makes rules for the pods' controllers too.</summary>
    public bool JudgesControllers { get; init; } = true;

    /// <summary>Where Kyverno reads exceptions.</summary>
    public string? ExceptionNamespace { get; init; }

    /// <summary>Whether Kyverno's exceptions can name their end: since 1.19. An older API server refuses the field.</summary>
    public bool ExceptionsEnd { get; init; }

    public IReadOnlyList<PodPolicyException> Exceptions { get; init; } = [];

    /// <summary>The variables, in the order in which they need each other.</summary>
    public required IReadOnlyList<(string Name, string Expression)> Variables { get; init; }

    /// <summary>Whether the request is let through.</summary>
    public required string Expression { get; init; }

    /// <summary>What is said where <see cref="MessageExpression"/> cannot be evaluated.</summary>
    public required string Message { get; init; }

    public required string MessageExpression { get; init; }

    public string OnFailure => FailurePolicy ?? (Mode == Rollout.Enforce ? PolicyFailure.Fail : PolicyFailure.Ignore);

    /// <summary>The conditions of what is judged: the one that leaves namespaces alone, where there are such, and the scope.</summary>
    public IEnumerable<(string Name, string Expression)> Conditions =>
        ExcludedNamespaces is { Count: > 0 } namespaces ? [("excluded-namespaces", CelText.OutsideNamespaces(namespaces)), .. Scope] : Scope;

    public string ResourceName(string part) => $"{resourceName}-{part}";

    /// <summary>An exception's object name: the policy's and its own.</summary>
    public string ObjectName(PodPolicyException exception) => $"{PolicyName}-{exception.Name}";

    public CustomResourceOptions Options(params Resource[] dependencies)
    {
        var options = new CustomResourceOptions { Parent = parent };
        foreach (var dependency in dependencies)
        {
            options.DependsOn.Add(dependency);
        }

        return options;
    }

    /// <summary>Declares the policy for an engine that evaluates CEL by itself.</summary>
    public void Create(string? engine)
    {
        if (engine == PolicyEngine.KubernetesAdmissionPolicy)
        {
            AdmissionPolicyEngine.Create(this);
        }
        else
        {
            ValidatingPolicyEngine.Create(this);
        }
    }

    public static ObjectMetaArgs Metadata(string name, string? inNamespace = null, IEnumerable<KeyValuePair<string, string>>? annotations = null)
    {
        var metadata = new ObjectMetaArgs { Name = name };
        metadata.Labels.Add("app.kubernetes.io/managed-by", "hardening");
        if (inNamespace is not null)
        {
            metadata.Namespace = inNamespace;
        }

        foreach (var (key, value) in annotations ?? [])
        {
            metadata.Annotations.Add(key, value);
        }

        return metadata;
    }
}
