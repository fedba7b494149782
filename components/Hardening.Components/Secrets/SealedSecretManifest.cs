using System.Security.Cryptography;
using System.Text;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.KubernetesCrds.SealedSecrets.V1alpha1;

namespace Hardening.Components;

/// <summary>One SealedSecret of a bundle.</summary>
internal sealed class SealedSecretManifest
{
    private readonly BundledSecretArgs _secret;
    private readonly string _scope;

    /// <param name="secret">The Secret.</param>
    /// <param name="bundle">The bundle that it is of, already checked.</param>
    /// <param name="key">The controller's key; null where nothing is sealed here.</param>
    public SealedSecretManifest(BundledSecretArgs secret, SealedSecretBundleArgs bundle, SealingKey? key)
    {
        _secret = secret;
        _scope = secret.Scope ?? bundle.Scope ?? SealingScope.Strict;
        foreach (var (name, value) in secret.EncryptedData ?? [])
        {
            Values[name] = value;
        }

        foreach (var (name, value) in secret.Data ?? [])
        {
            Values[name] = Seal(name, value, bundle.SealingSeed!, key!);
        }
    }

    /// <summary>The sealed values by key: nothing secret is in them.</summary>
    public SortedDictionary<string, Input<string>> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>SHA-256 over keys and sealed values, in hexadecimal. It changes when a value is sealed anew and says nothing of any value.</summary>
    public Output<string> Checksum()
    {
        var keys = Values.Keys.ToList();
        return Output.All(Values.Values).Apply(values => Hash(keys.Zip(values, (key, value) => $"{key}={value}\n")));
    }

    public SealedSecretArgs Create(bool waitForSynced)
    {
        var annotation = SealingScope.AnnotationOf(_scope);
        var metadata = new ObjectMetaArgs
        {
            Name = _secret.Name!,
            Namespace = _secret.Namespace!,
            Labels = new Dictionary<string, string>(StringComparer.Ordinal) { [NamespaceMetadata.ManagedByLabel] = NamespaceMetadata.ManagedBy },
        };
        var annotations = new Dictionary<string, string>(StringComparer.Ordinal);
        if (annotation is not null)
        {
            annotations[annotation] = "true";
        }

        if (waitForSynced)
        {
            annotations["pulumi.com/waitFor"] = "condition=Synced";
        }

        if (annotations.Count > 0)
        {
            metadata.Annotations = annotations;
        }

        var data = new InputMap<string>();
        foreach (var (key, value) in Values)
        {
            data.Add(key, value);
        }

        var spec = new SealedSecretSpecArgs { EncryptedData = data };
        if (Template(annotation) is { } template)
        {
            spec.Template = template;
        }

        return new SealedSecretArgs { Metadata = metadata, Spec = spec };
    }

    private SealedSecretSpecTemplateArgs? Template(string? annotation)
    {
        var annotations = new Dictionary<string, string>(_secret.Annotations ?? [], StringComparer.Ordinal);
        if (annotation is not null)
        {
            annotations[annotation] = "true";
        }

        if (annotations.Count == 0 && _secret is { Labels: null or { Count: 0 }, Type: null, Immutable: null })
        {
            return null;
        }

        var template = new SealedSecretSpecTemplateArgs();
        if (_secret.Type is { } type)
        {
            template.Type = type;
        }

        if (_secret.Immutable is { } immutable)
        {
            template.Immutable = immutable;
        }

        if (annotations.Count > 0 || _secret.Labels is { Count: > 0 })
        {
            var metadata = new SealedSecretSpecTemplateMetadataArgs();
            if (annotations.Count > 0)
            {
                metadata.Annotations = annotations;
            }

            if (_secret.Labels is { Count: > 0 } labels)
            {
                metadata.Labels = labels;
            }

            template.Metadata = metadata;
        }

        return template;
    }

    /// <summary>What leaves is sealed, and therefore no secret any more: it belongs in Git.</summary>
    private Output<string> Seal(string name, Input<string> value, Input<string> sealingSeed, SealingKey key)
    {
        var place = new SealedPlace(_scope, _secret.Namespace!, _secret.Name!, name);
        var plaintext = Output.CreateSecret(value.ToOutput());
        return Output.Unsecret(Output.Tuple(plaintext, Output.CreateSecret(sealingSeed.ToOutput())).Apply(secrets =>
        {
            var problems = new ProblemList();
            if (!SealingSeed.TryRead(secrets.Item2, out var seed, out var message))
            {
                problems.Add("sealingSeed", null, message, SealingSeed.Fix);
            }

            if (!SealedValue.IsText(secrets.Item1))
            {
                problems.Add($"data[{name}]", null, "holds half a surrogate pair and is no text", "seal bytes that are no text with kubeseal --from-file");
            }

            problems.ToResult().ThrowIfInvalid(nameof(SealedSecretBundle), $"{place.Namespace}/{place.Name}");
            return SealedValue.Seal(secrets.Item1, place, key, seed);
        }));
    }

    private static string Hash(IEnumerable<string> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
}
