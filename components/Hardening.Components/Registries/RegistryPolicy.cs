using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Hardening.Components;

/// <summary>The validated arguments as the engines need them, and what their objects have in common.</summary>
internal sealed class RegistryPolicy
{
    public const string StaticMessage = "an image is not from a trusted registry";

    private readonly string _resourceName;
    private readonly Resource _parent;

    public RegistryPolicy(string resourceName, Resource parent, RegistryAllowlistArgs args)
    {
        _resourceName = resourceName;
        _parent = parent;
        Args = args;
        PolicyName = args.PolicyName!;
        Mode = args.Mode!;
        FailurePolicy = args.FailurePolicy ?? (Mode == Rollout.Enforce ? RegistryAllowlistValidation.Fail : RegistryAllowlistValidation.Ignore);
        Trusted = new RegistryRules(args.Registries!).Trusted;
        Exceptions = args.Exceptions ?? [];
    }

    public RegistryAllowlistArgs Args { get; }

    public string PolicyName { get; }

    public string Mode { get; }

    public string FailurePolicy { get; }

    public IReadOnlyList<string> Trusted { get; }

    public IReadOnlyList<RegistryExceptionArgs> Exceptions { get; }

    /// <summary>The variables, in the order in which they need each other.</summary>
    public IEnumerable<(string Name, string Expression)> Variables =>
    [
        ("trusted", RegistryCel.List(Trusted)),
        ("images", RegistryCel.Images("object.spec")),
        ("running", RegistryCel.OldImages()),
        ("untrusted", RegistryCel.Untrusted()),
    ];

    /// <summary>The condition that leaves namespaces alone; none without such namespaces.</summary>
    public IEnumerable<(string Name, string Expression)> Conditions =>
        Args.ExcludedNamespaces is { Count: > 0 } namespaces ? [("excluded-namespaces", RegistryCel.OutsideNamespaces(namespaces))] : [];

    public string ResourceName(string part) => $"{_resourceName}-{part}";

    public CustomResourceOptions Options(params Resource[] dependencies)
    {
        var options = new CustomResourceOptions { Parent = _parent };
        foreach (var dependency in dependencies)
        {
            options.DependsOn.Add(dependency);
        }

        return options;
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

    /// <summary>An exception's object name: the policy's and its own.</summary>
    public string ObjectName(RegistryExceptionArgs exception) => $"{PolicyName}-{RegistryExceptionRules.NameOf(exception)}";

    public static IEnumerable<KeyValuePair<string, string>> Reasons(RegistryExceptionArgs exception) =>
    [
        new("hardening/expires", exception.Expires!),
        new("hardening/owner", exception.Owner!),
        new("hardening/reason", exception.Reason!),
    ];
}
