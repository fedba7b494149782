using Hardening.Components;

namespace Hardening.Infra.Plans.Reading;

/// <summary>Reads <c>hardening:registries</c> and <c>hardening:exceptions</c>.</summary>
internal static class RegistriesReader
{
    /// <summary>The member that lists the trusted registries; the component calls it <c>registries</c>.</summary>
    public const string TrustedKey = "trusted";

    /// <summary>The member that lists the namespaces to leave alone.</summary>
    public const string ExcludedKey = "excludedNamespaces";

    private static readonly string[] ExceptionControls = [Controls.RegistryAllowlist];

    public static RegistriesPlan? Read(PlanObject? section, List<RegistryExceptionArgs>? exceptions, ClusterFactsArgs facts, RolloutPlan rollout)
    {
        if (section is null)
            return null;
        var exclusions = new List<ExemptionArgs>();
        var excluded = section.ObjectsOrNull(ExcludedKey)?.ConvertAll(item => ReadExclusion(item, exclusions));
        var args = new RegistryAllowlistArgs
        {
            Registries = section.TextsOrNull(TrustedKey),
            Mode = rollout.ModeOf(Controls.RegistryAllowlist),
            FailurePolicy = section.Text("failurePolicy"),
            ExcludedNamespaces = excluded,
            Exceptions = exceptions,
            Cluster = facts,
        };
        if (section.Text("engine") is { } engine)
            args.Engine = engine;
        if (section.Text("policyName") is { } name)
            args.PolicyName = name;
        section.Done();
        return new RegistriesPlan(args, exclusions);
    }

    public static RegistryExceptionArgs ReadException(PlanObject item)
    {
        item.Require("control", $"write control: {Controls.RegistryAllowlist}");
        _ = item.OneOf("control", ExceptionControls);
        var exception = new RegistryExceptionArgs
        {
            Name = item.Text("name"),
            Namespace = item.Text("namespace"),
            Images = item.TextsOrNull("images"),
            Selector = item.Text("selector"),
            Reason = item.Text("reason"),
            Owner = item.Text("owner"),
            Expires = item.Day("expires"),
        };
        if (exception.Images is { Count: 0 })
            item.Problems.Add(item.PathOf("images"), null, "is empty, which would except every image", "list the images, or leave the key out if every image is meant");
        item.Done();
        return exception;
    }

    private static string ReadExclusion(PlanObject item, List<ExemptionArgs> exclusions)
    {
        var name = item.RequiredText("namespace", "name the namespace");
        var exclusion = new ExemptionArgs
        {
            Control = Controls.RegistryAllowlist,
            Reason = item.Text("reason"),
            Owner = item.Text("owner"),
            Expires = item.Day("expires"),
        };
        var rules = new ProblemList();
        exclusion.Check(rules.At(item.Path), ExceptionControls);
        foreach (var problem in rules.Problems)
            item.Problems.Add(problem);
        exclusions.Add(exclusion);
        item.Done();
        return name;
    }
}
