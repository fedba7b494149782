namespace Hardening.Components;

/// <summary>Checks the arguments of <see cref="ImagePinning"/>.</summary>
internal static class ImagePinningValidation
{
    public static ValidationResult Validate(ImagePinningArgs args)
    {
        var problems = new ProblemList();
        Choice.Check(args.Digest, ImageDigest.All, problems, "digest");
        CheckTwoNumberVersions(args, problems.At("twoNumberVersions"));
        PodPolicyRules.CheckEngine(args.Engine, args.Cluster, problems);
        PodPolicyRules.CheckMode(args.Mode, problems);
        PodPolicyRules.CheckPolicyName(args.PolicyName, ImagePinningArgs.DefaultPolicyName, problems);
        PodPolicyRules.CheckFailurePolicy(args.FailurePolicy, args.Mode, "any image", problems);
        PodPolicyRules.CheckExcludedNamespaces(args.ExcludedNamespaces, problems);
        ImageExceptionRules.Check(args.Exceptions, args.Engine, args.Cluster, "pin the images", (_, _) => { }, problems);
        return problems.ToResult();
    }

    private static void CheckTwoNumberVersions(ImagePinningArgs args, ProblemList problems)
    {
        if (args.TwoNumberVersions is not { Count: > 0 } entries)
        {
            return;
        }

        if (args.Digest == ImageDigest.Required)
        {
            problems.Warn(string.Empty, "has no effect while every image needs a digest");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++)
        {
            if (PinnedRepository.Read(entries[i], problems.At(i)) is { } repository && !seen.Add(repository))
            {
                problems.At(i).Add(string.Empty, entries[i], "is listed twice", "remove one of the two");
            }
        }
    }
}
