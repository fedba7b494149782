using System.Globalization;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>The checks of <see cref="SealedSecretBundleArgs"/>. No problem shows a value of a Secret, a seed or a certificate.</summary>
internal static class SealedSecretBundleChecks
{
    private const string Both = "keep one: sealed data as it is, or data that is sealed here";
    private const string NoOwner = SealingScope.AnnotationPrefix + "skip-set-owner-references";
    private const string Managed = SealingScope.AnnotationPrefix + "managed";
    private const string Patch = SealingScope.AnnotationPrefix + "patch";
    private const int LongestKey = 253;
    private const int MostDays = 3650;
    private static readonly string[] Modes = [Rollout.Off, Rollout.Enforce];

    public static void Check(SealedSecretBundleArgs args, ProblemList problems)
    {
        ModeRules.Check(args.Mode, Modes, "mode", problems);
        CheckScope(args.Scope, problems);
        if (args.CertificateDays is < 0 or > MostDays)
        {
            problems.Add("certificateDays", args.CertificateDays.Value.ToString(CultureInfo.InvariantCulture), "is no number of days from 0 to 3650", "write 30, or leave it out");
        }

        CheckSealing(args, problems);
        if (args.Sealed is null or { Count: 0 } && args.External is null or { Count: 0 })
        {
            problems.Add("sealed", null, "no secret is listed", "list the secrets to seal, or the external ones");
        }

        for (var index = 0; index < args.Sealed?.Count; index++)
        {
            CheckSealed(args.Sealed[index], problems.At("sealed").At(index));
        }

        for (var index = 0; index < args.External?.Count; index++)
        {
            CheckExternal(args.External[index], problems.At("external").At(index));
        }

        CheckTwice(args, problems);
    }

    /// <summary>Checks a name and a namespace.</summary>
    public static void CheckNames(string? @namespace, string? name, ProblemList problems)
    {
        if (KubernetesName.CheckLabel(@namespace) is { } space)
        {
            problems.Add("namespace", @namespace, space, "write the namespace of the secret");
        }

        if (KubernetesName.CheckSubdomain(name) is { } message)
        {
            problems.Add("name", name, message, "write the name of the secret");
        }
    }

    private static void CheckSealing(SealedSecretBundleArgs args, ProblemList problems)
    {
        var needed = args.Sealed?.Exists(secret => secret?.Data is { Count: > 0 }) == true;
        if (!string.IsNullOrWhiteSpace(args.Certificate))
        {
            SealingCertificate.Read(args.Certificate, problems);
        }
        else if (needed || args.Certificate is not null)
        {
            problems.Add("certificate", null, "is missing, and values are sealed for the controller alone", "write what kubeseal --fetch-cert prints");
        }

        if (args.SealingSeed is null)
        {
            if (needed)
            {
                SealingSeed.TryRead(null, out _, out var missing);
                problems.Add("sealingSeed", null, missing!, SealingSeed.Fix);
            }
        }
        else if (Known.TryGet(args.SealingSeed, out var seed) && !SealingSeed.TryRead(seed, out _, out var message))
        {
            problems.Add("sealingSeed", null, message, SealingSeed.Fix);
        }
    }

    private static void CheckSealed(BundledSecretArgs? secret, ProblemList problems)
    {
        if (secret is null)
        {
            problems.Add(string.Empty, null, "the entry is missing", "write it or remove the entry");
            return;
        }

        CheckNames(secret.Namespace, secret.Name, problems);
        CheckScope(secret.Scope, problems);
        if (secret.Immutable == true)
        {
            problems.Warn("immutable", "the controller cannot change the Secret once it exists: a new value needs a new name");
        }

        LabelRules.CheckLabels(secret.Labels ?? [], problems.At("labels"));
        CheckAnnotations(secret.Annotations ?? [], problems.At("annotations"));
        if (secret.EncryptedData is { Count: > 0 } == secret.Data is { Count: > 0 })
        {
            var stated = secret.Data is { Count: > 0 };
            problems.Add("encryptedData", null, stated ? "data and encryptedData are both stated" : "neither encryptedData nor data is stated", stated ? Both : "write what kubeseal printed below encryptedData");
        }

        foreach (var (key, value) in secret.EncryptedData ?? [])
        {
            CheckKey(key, problems.At("encryptedData"));
            if (SealedData.Check(value) is { } message)
            {
                problems.Add($"encryptedData[{key}]", null, $"{message}: kubeseal did not print it so", "seal the value again and copy it whole; if this is the value itself, it has leaked: replace it");
            }
        }

        foreach (var (key, value) in secret.Data ?? [])
        {
            CheckKey(key, problems.At("data"));
            if (value is null)
            {
                problems.Add($"data[{key}]", null, "has no value", "write one, or leave the key out");
            }
            else if (Known.TryGet(value, out var plaintext) && !SealedValue.IsText(plaintext))
            {
                problems.Add($"data[{key}]", null, "holds half a surrogate pair and is no text", "seal bytes that are no text with kubeseal --from-file");
            }
        }

        SecretTypeRules.Check(secret.Type, [.. (secret.EncryptedData ?? []).Keys, .. (secret.Data ?? []).Keys], problems);
    }

    private static void CheckScope(string? scope, ProblemList problems)
    {
        if (scope is not null && Choice.Check(scope, SealingScope.All, problems, "scope") && scope == SealingScope.ClusterWide)
        {
            problems.Warn("scope", "whoever may create a SealedSecret in any namespace can read the values there");
        }
    }

    private static void CheckAnnotations(Dictionary<string, string> annotations, ProblemList problems)
    {
        LabelRules.CheckAnnotations(annotations, problems);
        foreach (var scope in SealingScope.All.Where(scope => SealingScope.AnnotationOf(scope) is { } own && annotations.ContainsKey(own)))
        {
            problems.Add($"[{SealingScope.AnnotationOf(scope)}]", null, "follows from the scope", $"write scope: {scope} instead");
        }

        if (IsTrue(annotations, NoOwner) && !IsTrue(annotations, Managed) && !IsTrue(annotations, Patch))
        {
            problems.Add($"[{NoOwner}]", "true", "makes the controller refuse the Secret that it has just made: it is neither its owner nor told to manage it", $"add {Managed}: \"true\"");
        }
    }

    private static bool IsTrue(Dictionary<string, string> annotations, string key) => annotations.TryGetValue(key, out var value) && value == "true";

    private static void CheckKey(string key, ProblemList problems)
    {
        if (key.Length is 0 or > LongestKey || key is "." || key.StartsWith("..", StringComparison.Ordinal) || !key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
        {
            problems.Add($"[{key}]", null, "is no key of a Secret", "use letters, digits, hyphens, underscores and dots, at most 253");
        }
    }

    private static void CheckExternal(ExternalSecretArgs? secret, ProblemList problems)
    {
        if (secret is null)
        {
            problems.Add(string.Empty, null, "the entry is missing", "write it or remove the entry");
            return;
        }

        CheckNames(secret.Namespace, secret.Name, problems);
        if (secret.UsedBy is null or { Count: 0 } || secret.UsedBy.Exists(string.IsNullOrWhiteSpace))
        {
            problems.Add("usedBy", null, "nobody is named", "name who reads it; a secret that nobody reads can go");
        }

        if (string.IsNullOrWhiteSpace(secret.Reason))
        {
            problems.Add("reason", null, "is missing", "say how it is made and why it is not sealed, for whoever has to make it again");
        }
    }

    private static void CheckTwice(SealedSecretBundleArgs args, ProblemList problems)
    {
        var seen = new Dictionary<(string?, string?), string>();
        foreach (var (secret, path) in (args.Sealed ?? []).Select((secret, index) => ((secret?.Namespace, secret?.Name), $"sealed[{index}]"))
            .Concat((args.External ?? []).Select((secret, index) => ((secret?.Namespace, secret?.Name), $"external[{index}]"))))
        {
            if (secret is { Namespace: not null, Name: not null } && !seen.TryAdd(secret, path))
            {
                var external = path[0] == 'e' && seen[secret][0] == 's';
                problems.Add(
                    path + ".name",
                    secret.Name,
                    external ? $"{seen[secret]} seals this secret, and an external one is made by somebody else" : $"{seen[secret]} is the same secret",
                    "keep one of them");
            }
        }
    }
}
