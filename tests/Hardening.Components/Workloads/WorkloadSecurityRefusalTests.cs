using Hardening.Components.Tests.Support;

namespace Hardening.Components.Tests.Workloads;

public sealed class WorkloadSecurityRefusalTests
{
    [Fact]
    public void Everything_that_is_missing_is_told_at_once() =>
        Assert.Equal(
            """
            namespace: a name cannot be empty; name the workload's namespace
            workload: a name cannot be empty; write the Deployment's, StatefulSet's or DaemonSet's name
            podSelector: is missing, so that every pod would be meant; write the labels of the workload's pods, as app.kubernetes.io/name: web
            profile: a value is missing here; write one of RestrictedReadOnly, Restricted, DropAll, Privileged
            """,
            RefusalOf(args => (args.Namespace, args.Workload, args.PodSelector, args.Profile, args.PolicyName) = (null, null, null, null, "web")));

    [Theory]
    [InlineData("pod-template-hash")]
    [InlineData("controller-revision-hash")]
    [InlineData("statefulset.kubernetes.io/pod-name")]
    [InlineData("batch.kubernetes.io/job-name")]
    public void A_label_that_passes_is_no_selector(string key) =>
        Assert.Equal($"podSelector[{key}]: changes with every revision or pod; write labels that stay, as app.kubernetes.io/name", RefusalOf(args => args.PodSelector![key] = "a"));

    [Theory]
    [InlineData("restricted", "profile: is not a value that this argument knows (got \"restricted\"); did you mean Restricted? It is one of RestrictedReadOnly, Restricted, DropAll, Privileged")]
    [InlineData("Baseline", "profile: is not a value that this argument knows (got \"Baseline\"); write one of RestrictedReadOnly, Restricted, DropAll, Privileged")]
    public void An_unknown_profile_is_refused(string profile, string expected) => Assert.Equal(expected, RefusalOf(args => args.Profile = profile));

    [Fact]
    public void Root_is_no_user() => Assert.Equal("runAsUser: is root or no user (got \"0\"); write a user above 0, or leave it out", RefusalOf(args => args.RunAsUser = 0));

    [Theory]
    [InlineData("CAP_CHOWN", "is no capability by its name in Kubernetes (got \"CAP_CHOWN\"); write it without CAP_ and in upper case, as NET_BIND_SERVICE")]
    [InlineData("ALL", "is no capability by its name in Kubernetes (got \"ALL\"); write it without CAP_ and in upper case, as NET_BIND_SERVICE")]
    [InlineData("chown", "is no capability by its name in Kubernetes (got \"chown\"); write it without CAP_ and in upper case, as NET_BIND_SERVICE")]
    [InlineData("NET_BIND_SERVICE", "is listed twice (got \"NET_BIND_SERVICE\"); remove one of the two")]
    [InlineData("CHOWN", "is more than profile Restricted allows, which is NET_BIND_SERVICE alone (got \"CHOWN\"); remove it, or choose DropAll")]
    public void A_capability_that_cannot_be_added_is_refused(string capability, string expected) =>
        Assert.Equal("addCapabilities[1]: " + expected, RefusalOf(args => args.AddCapabilities = ["NET_BIND_SERVICE", capability]));

    [Fact]
    public void A_privileged_workload_has_neither_user_nor_capabilities() =>
        Assert.Equal(
            """
            runAsUser: has no effect: profile Privileged demands nothing (got "1000"); remove it, or choose another profile
            addCapabilities[0]: has no effect: profile Privileged demands nothing (got "CHOWN"); remove it, or choose another profile
            """,
            RefusalOf(args => (args.Profile, args.NamespaceLevel, args.RunAsUser, args.AddCapabilities) = (SecurityProfile.Privileged, PodSecurityLevel.Privileged, 1000, ["CHOWN"])));

    [Theory]
    [InlineData(SecurityProfile.DropAll, PodSecurityLevel.Restricted, "baseline")]
    [InlineData(SecurityProfile.Privileged, PodSecurityLevel.Baseline, "privileged")]
    public void What_the_namespace_refuses_anyway_is_refused_here(string profile, string level, string actual) =>
        Assert.Equal(
            $"profile: is of level {actual}, and the namespace enforces {level}, which refuses its pods (got \"{profile}\"); choose a stricter profile, or move the workload to a namespace of that level",
            RefusalOf(args => (args.Profile, args.NamespaceLevel, args.NamespaceMode, args.Owner, args.Expires, args.AddCapabilities) = (profile, level, Rollout.Enforce, "platform", "2027-03-31", null)));

    [Fact]
    public void Capabilities_beyond_the_runtimes_own_set_are_no_longer_baseline() =>
        Assert.Equal(
            "profile: is of level privileged, and the namespace enforces baseline, which refuses its pods (got \"DropAll\"); choose a stricter profile, or move the workload to a namespace of that level",
            RefusalOf(args => (args.Profile, args.NamespaceMode, args.Owner, args.Expires, args.AddCapabilities) = (SecurityProfile.DropAll, Rollout.Enforce, "platform", "2027-03-31", ["CHOWN", "NET_ADMIN"])));

    [Theory]
    [InlineData(Rollout.Audit)]
    [InlineData(Rollout.Warn)]
    public void What_is_weaker_than_its_namespaces_standard_states_reason_owner_and_last_day(string mode)
    {
        Assert.Equal(
            """
            reason: an exemption needs a reason; say in a sentence why it is needed
            owner: an exemption needs an owner; name who answers for it
            expires: an exemption needs its last day; write the day as 2027-03-31, then review or renew it
            """,
            RefusalOf(args => (args.Profile, args.NamespaceLevel, args.NamespaceMode, args.Reason, args.AddCapabilities) = (SecurityProfile.DropAll, PodSecurityLevel.Restricted, mode, null, null)));
        Assert.Empty(RefusalOf(args => (args.Profile, args.NamespaceLevel, args.NamespaceMode, args.Owner, args.Expires) = (SecurityProfile.DropAll, PodSecurityLevel.Restricted, mode, "platform", "2027-03-31")));
    }

    [Fact]
    public void Every_profile_has_its_reason_and_a_last_day_is_a_day() =>
        Assert.Equal(
            """
            reason: a security context needs a reason; say in a sentence what the workload needs, or that it needs nothing
            expires: is not a day (got "never"); write an existing day as 2027-03-31
            """,
            RefusalOf(args => (args.Reason, args.Expires) = (" ", "never")));

    [Fact]
    public void The_engine_and_the_names_of_its_objects_are_checked() =>
        Assert.Equal(
            """
            engine: is not a value that this argument knows (got "KyvernoClusterPolicy"); write one of KyvernoValidatingPolicy, KubernetesAdmissionPolicy
            mode: is not a value that this argument knows (got "Off"); write one of Audit, Warn, Enforce
            policyName: is longer than 53 characters, which leave room for the names derived from it (got "security-shop-a23456789-123456789-123456789-123456789-123"); shorten the name
            """,
            RefusalOf(args => (args.Engine, args.Mode, args.Workload) = (PolicyEngine.KyvernoClusterPolicy, Rollout.Off, "a23456789-123456789-123456789-123456789-123")));

    [Theory]
    [InlineData("kube-system")]
    [InlineData("kyverno")]
    public void Where_Kyverno_does_not_look_its_engine_is_refused_and_Kubernetes_own_is_not(string space)
    {
        Assert.Equal(
            $"engine: does not look at the pods of {space}: the policy would hold nobody to anything (got \"KyvernoValidatingPolicy\"); write KubernetesAdmissionPolicy",
            RefusalOf(args => args.Namespace = space));
        Assert.Empty(RefusalOf(args => (args.Namespace, args.Engine, args.Cluster!.KubernetesVersion) = (space, PolicyEngine.KubernetesAdmissionPolicy, "1.34")));
    }

    private static string RefusalOf(Action<WorkloadSecurityArgs> change)
    {
        var args = ContextTable.Read().ToArgs(PolicyEngine.KyvernoValidatingPolicy, SecurityProfile.Restricted);
        change(args);
        return Refusal.All(WorkloadSecurity.Validate(args));
    }
}
