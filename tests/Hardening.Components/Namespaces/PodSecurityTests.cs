using Hardening.Components.Tests.Support;

namespace Hardening.Components.Tests.Namespaces;

public sealed class PodSecurityTests
{
    [Theory]
    [InlineData(Rollout.Audit, "audit=baseline")]
    [InlineData(Rollout.Warn, "audit=baseline,warn=baseline")]
    [InlineData(Rollout.Enforce, "audit=baseline,enforce=baseline,warn=baseline")]
    public async Task The_mode_decides_which_labels_are_written(string mode, string labels) =>
        Assert.Equal(labels, await LabelsAsync(args => args.PodSecurity = new() { Mode = mode }));

    [Fact]
    public async Task Audit_and_warn_may_look_further_than_what_is_enforced() => Assert.Equal(
        "audit=restricted,enforce=baseline,warn=restricted",
        await LabelsAsync(args => args.PodSecurity = new() { Mode = Rollout.Enforce, AuditLevel = PodSecurityLevel.Restricted, WarnLevel = PodSecurityLevel.Restricted }));

    [Fact]
    public async Task An_exempt_namespace_has_no_labels() => Assert.Equal(
        string.Empty,
        await LabelsAsync(args => args.Exemptions = [Plans.Exemption(NamespaceControl.PodSecurity)]));

    [Fact]
    public async Task Privileged_with_an_exemption_is_written_for_every_mode_since_it_lifts_the_clusters_default() => Assert.Equal(
        "audit=privileged,enforce=privileged,warn=privileged",
        await LabelsAsync(args =>
        {
            args.PodSecurity = new() { Level = PodSecurityLevel.Privileged };
            args.Exemptions = [Plans.Exemption(NamespaceControl.PodSecurity)];
        }));

    [Fact]
    public async Task A_version_of_its_own_goes_before_the_clusters()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new HardenedNamespace("n", Plans.Namespace(args => args.PodSecurity = new() { Version = "v1.30" })));

        Assert.Contains("\"pod-security.kubernetes.io/audit-version\":\"v1.30\"", stack["n-namespace"].Json(), StringComparison.Ordinal);
    }

    [Fact]
    public void Latest_draws_a_warning() => Assert.Equal(
        "podSecurity.version: \"latest\" changes what is enforced with every upgrade of the cluster: pin a version such as v1.34.",
        Assert.Single(HardenedNamespace.Validate(Plans.Namespace(args => args.PodSecurity = new() { Version = "latest" })).Warnings).ToString());

    [Fact]
    public void Privileged_without_an_exemption_is_refused() => Refused(
        new() { Level = "privileged" },
        "podSecurity.level: restricts nothing, which is an exemption and needs its reason (got \"privileged\"); add an exemption from pod-security with reason, owner and expiry, or choose baseline");

    [Fact]
    public void A_mode_that_the_control_does_not_have_is_refused() => Refused(
        new() { Mode = "Off" },
        "podSecurity.mode: is not a value that this argument knows (got \"Off\"); write one of Audit, Warn, Enforce");

    [Fact]
    public void An_unknown_level_is_refused() => Refused(
        new() { Level = "restrict" },
        "podSecurity.level: is not a value that this argument knows (got \"restrict\"); did you mean restricted? It is one of privileged, baseline, restricted");

    [Fact]
    public void A_laxer_audit_level_is_refused() => Refused(
        new() { Level = "restricted", AuditLevel = "baseline" },
        "podSecurity.auditLevel: is laxer than level restricted (got \"baseline\"); write restricted or a stricter level, or remove it");

    [Fact]
    public void A_warn_level_in_audit_is_refused() => Refused(
        new() { WarnLevel = "restricted" },
        "podSecurity.warnLevel: mode Audit writes no warn label (got \"restricted\"); use mode Warn or Enforce, or remove it");

    [Theory]
    [InlineData("1.34")]
    [InlineData("v1.034")]
    [InlineData("v2.0")]
    [InlineData("v1.34.2")]
    [InlineData("")]
    public void A_version_of_another_form_is_refused(string version) => Refused(
        new() { Version = version },
        $"podSecurity.version: is not a version of the Pod Security Standards (got \"{version}\"); write v1.34 or latest");

    [Fact]
    public void A_version_newer_than_the_cluster_is_refused() => Refused(
        new() { Version = "v1.35" },
        "podSecurity.version: is newer than the cluster's Kubernetes v1.34.2 (got \"v1.35\"); write the cluster's version, or upgrade it first");

    private static void Refused(PodSecurityArgs args, string message) =>
        Assert.Equal(message, Refusal.Of(HardenedNamespace.Validate(Plans.Namespace(plan => plan.PodSecurity = args))));

    private static async Task<string> LabelsAsync(Action<HardenedNamespaceArgs> change)
    {
        const string prefix = "pod-security.kubernetes.io/";
        var stack = await RecordedStack.RunAsync(() => _ = new HardenedNamespace("n", Plans.Namespace(change)));
        var metadata = (IReadOnlyDictionary<string, object>)stack["n-namespace"].Inputs["metadata"];
        var labels = (IReadOnlyDictionary<string, object>)metadata["labels"];
        var levels = labels.Where(label => label.Key.StartsWith(prefix, StringComparison.Ordinal) && !label.Key.EndsWith("-version", StringComparison.Ordinal)).ToList();
        Assert.All(levels, label => Assert.Equal("v1.34", labels[label.Key + "-version"]));
        return string.Join(',', levels.Select(label => $"{label.Key[prefix.Length..]}={label.Value}").Order(StringComparer.Ordinal));
    }
}
