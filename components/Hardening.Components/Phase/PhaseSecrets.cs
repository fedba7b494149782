using System.Globalization;
using Hardening.Primitives;
using Pulumi;

namespace Hardening.Components;

/// <summary>Holds who restarts against the secrets of a phase, and tells them when one changes.</summary>
internal static class PhaseSecrets
{
    private const string TooEarly = "pods may restart before the controller has unsealed the new value, and then keep the old one: set waitForSynced of the secrets, or use method Reloader";

    /// <summary>Accepts who restarts: each names secrets that the phase seals, or that it knows to be made by something else, and none restarts twice.</summary>
    public static IReadOnlyList<Accepted<SecretRotationArgs>> Check(SealedSecretBundleArgs? bundle, IReadOnlyList<SecretRotationArgs> rotation, PhaseProblems problems)
    {
        var accepted = new Accepted<SecretRotationArgs>[rotation.Count];
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < accepted.Length; index++)
        {
            var args = rotation[index];
            var path = string.Create(CultureInfo.InvariantCulture, $"rotation[{index}]");
            accepted[index] = new Accepted<SecretRotationArgs>(args, []);

            // A secret of nobody is refused by its name; that it has no checksum would be said beside the point.
            problems.Add(path, SecretRotation.Validate(With(args, name => IsExternal(bundle, args.Namespace, name) ? null : (Input<string>)"")));
            CheckNames(bundle, args, path, problems);
            if ((args.Method ?? RotationMethod.Checksum) == RotationMethod.Checksum && args.Mode != Rollout.Off && bundle is { WaitForSynced: false })
            {
                problems.Add(path, new ValidationResult([], [new Warning("method", TooEarly)]));
            }

            if (args is { Namespace: not null, Workload: not null } && !seen.TryAdd(PhaseNames.Of(args), problems.PlaceOf("rotation", index)))
            {
                problems.Add(path + ".workload", args.Workload, "restarts already with another list of secrets", "merge it with " + seen[PhaseNames.Of(args)]);
            }
        }

        return accepted;
    }

    /// <summary>The arguments with the checksums of sealed secrets.</summary>
    public static Accepted<SecretRotationArgs> Told(Accepted<SecretRotationArgs> rotation, SealedSecretBundleArgs? args, SealedSecretBundle? bundle)
    {
        var space = rotation.Args.Namespace!;
        return rotation with { Args = With(rotation.Args, name => Names(args?.Sealed, space).Contains(name, StringComparer.Ordinal) ? (Input<string>)bundle!.ChecksumOf(space, name!) : null) };
    }

    private static SecretRotationArgs With(SecretRotationArgs args, Func<string?, Input<string>?> checksumOf) => new()
    {
        Mode = args.Mode,
        Namespace = args.Namespace,
        Workload = args.Workload,
        Kind = args.Kind,
        Method = args.Method,
        Cluster = args.Cluster,
        Secrets = args.Secrets?.ConvertAll(secret => secret is null ? secret! : new RotatedSecretArgs { Name = secret.Name, Checksum = secret.Checksum ?? checksumOf(secret.Name) }),
    };

    private static void CheckNames(SealedSecretBundleArgs? bundle, SecretRotationArgs args, string path, PhaseProblems problems)
    {
        var known = Names(bundle?.Sealed, args.Namespace).Concat(Externals(bundle, args.Namespace)).ToList();
        for (var index = 0; index < args.Secrets?.Count; index++)
        {
            if (args.Secrets[index] is { Name: { Length: > 0 } name, Checksum: null } && !known.Contains(name, StringComparer.Ordinal))
            {
                problems.Add(
                    string.Create(CultureInfo.InvariantCulture, $"{path}.secrets[{index}].name"),
                    name,
                    $"is no secret of {args.Namespace} here",
                    DidYouMean.Suggest(name, known) is { } meant ? $"did you mean {meant}?" : "seal it, or list it below external");
            }
        }
    }

    private static bool IsExternal(SealedSecretBundleArgs? bundle, string? space, string? name) =>
        Externals(bundle, space).Contains(name, StringComparer.Ordinal) && !Names(bundle?.Sealed, space).Contains(name, StringComparer.Ordinal);

    private static IEnumerable<string> Names(List<BundledSecretArgs>? secrets, string? space) =>
        (secrets ?? []).Where(secret => secret?.Namespace == space).Select(secret => secret.Name).OfType<string>();

    private static IEnumerable<string> Externals(SealedSecretBundleArgs? bundle, string? space) =>
        (bundle?.External ?? []).Where(secret => secret?.Namespace == space).Select(secret => secret.Name).OfType<string>();
}
