using System.Text.Json;
using Hardening.Components.Tests.Workloads;

namespace Hardening.Components.Tests.PodSecurity;

/// <summary>Every check of the Pod Security Standards, by level and version.</summary>
public sealed class PodSecurityStandardTests
{
    private const string Hardened = """
        "securityContext": { "runAsNonRoot": true, "seccompProfile": { "type": "RuntimeDefault" } }
        """;

    private const string Context = """ "allowPrivilegeEscalation": false, "capabilities": { "drop": ["ALL"], "add": ["NET_BIND_SERVICE"] } """;

    /// <summary>Pods that the baseline refuses, each for one reason.</summary>
    public static TheoryData<string, string> Baseline { get; } = new()
    {
        { """{ "hostNetwork": true }""", "pod sets hostNetwork; remove hostNetwork" },
        { """{ "hostPID": true }""", "pod sets hostPID; remove hostPID" },
        { """{ "hostIPC": true }""", "pod sets hostIPC; remove hostIPC" },
        { """{ "securityContext": { "windowsOptions": { "hostProcess": true } } }""", "pod runs as a process of the host; remove securityContext.windowsOptions.hostProcess" },
        { OfContainer("\"windowsOptions\": { \"hostProcess\": true }"), "container web runs as a process of the host; remove securityContext.windowsOptions.hostProcess" },
        { OfContainer("\"privileged\": true"), "container web runs privileged; remove securityContext.privileged" },
        { OfContainer("\"privileged\": true", "initContainers"), "container web runs privileged; remove securityContext.privileged" },
        { OfContainer("\"privileged\": true", "ephemeralContainers"), "container web runs privileged; remove securityContext.privileged" },
        { OfContainer("\"capabilities\": { \"add\": [\"CHOWN\", \"NET_ADMIN\", \"SYS_TIME\"] }"), "container web adds NET_ADMIN, SYS_TIME; remove it from securityContext.capabilities.add" },
        { """{ "volumes": [{ "name": "data", "hostPath": { "path": "/srv" } }] }""", "volume data mounts /srv of the host; use another kind of volume" },
        { """{ "containers": [{ "name": "web", "ports": [{ "containerPort": 80, "hostPort": 0 }, { "containerPort": 81, "hostPort": 81 }] }] }""", "container web takes port 81 of the host; remove hostPort" },
        { """{ "securityContext": { "appArmorProfile": { "type": "Unconfined" } } }""", "pod has the AppArmor profile Unconfined; set RuntimeDefault or Localhost, or remove it" },
        { OfContainer("\"seLinuxOptions\": { \"type\": \"spc_t\" }"), "container web has the SELinux type spc_t; set container_t, or remove it" },
        { """{ "securityContext": { "seLinuxOptions": { "user": "root" } } }""", "pod has the SELinux user root; remove it" },
        { """{ "securityContext": { "seLinuxOptions": { "role": "admin" } } }""", "pod has the SELinux role admin; remove it" },
        { OfContainer("\"procMount\": \"Unmasked\""), "container web unmasks /proc; remove securityContext.procMount" },
        { OfContainer("\"seccompProfile\": { \"type\": \"Unconfined\" }"), "container web has the seccomp profile Unconfined; set RuntimeDefault or Localhost, or remove it" },
        { """{ "securityContext": { "sysctls": [{ "name": "net.ipv4.tcp_rmem" }, { "name": "kernel.msgmax" }] } }""", "pod sets the sysctl kernel.msgmax; set it on the nodes" },
        { """{ "containers": [{ "name": "web", "livenessProbe": { "httpGet": { "host": "10.0.0.1" } } }] }""", "container web sends livenessProbe to 10.0.0.1; remove livenessProbe.httpGet.host" },
        { """{ "containers": [{ "name": "web", "lifecycle": { "preStop": { "tcpSocket": { "host": "10.0.0.1" } } } }] }""", "container web sends lifecycle.preStop to 10.0.0.1; remove lifecycle.preStop.tcpSocket.host" },
    };

    /// <summary>What a pod that keeps to the restricted level may not change, each with its reason.</summary>
    public static TheoryData<string, string> Restricted { get; } = new()
    {
        { Pod(Context, """ "volumes": [{ "name": "home", "nfs": { "server": "nas" } }] """), "volume home is of type nfs; mount it through a persistentVolumeClaim or a csi volume" },
        { Pod(""" "capabilities": { "drop": ["ALL"] } """), "container web may gain privileges; set securityContext.allowPrivilegeEscalation: false" },
        { Pod(Context + ", \"runAsNonRoot\": false"), "container web may run as root; set securityContext.runAsNonRoot: true" },
        { Pod(Context + ", \"runAsUser\": 0"), "container web runs as user 0; set another user, or remove runAsUser" },
        { Pod(Context + ", \"seccompProfile\": { \"type\": \"Unconfined\" }"), "container web has the seccomp profile Unconfined; set securityContext.seccompProfile.type: RuntimeDefault" },
        { Pod(""" "allowPrivilegeEscalation": false, "capabilities": { "drop": ["NET_RAW"] } """), "container web does not drop ALL capabilities; set securityContext.capabilities.drop: [ALL]" },
        { Pod(""" "allowPrivilegeEscalation": false, "capabilities": { "drop": ["ALL"], "add": ["CHOWN"] } """), "container web adds CHOWN; add NET_BIND_SERVICE at most" },
        { Pod(Context).Replace("\"runAsNonRoot\": true", "\"runAsNonRoot\": false", StringComparison.Ordinal), "pod sets runAsNonRoot: false; set securityContext.runAsNonRoot: true" },
        { Pod(Context).Replace("\"runAsNonRoot\": true", "\"runAsNonRoot\": true, \"runAsUser\": 0", StringComparison.Ordinal), "pod runs as user 0; set another user, or remove runAsUser" },
        { Pod(Context).Replace("RuntimeDefault", "Unconfined", StringComparison.Ordinal), "pod has the seccomp profile Unconfined; set securityContext.seccompProfile.type: RuntimeDefault" },
        { Pod(Context).Replace("\"seccompProfile\": { \"type\": \"RuntimeDefault\" }", "\"fsGroup\": 1", StringComparison.Ordinal), "container web has no seccomp profile; set securityContext.seccompProfile.type: RuntimeDefault" },
    };

    [Theory]
    [MemberData(nameof(Baseline))]
    public void What_the_baseline_forbids(string pod, string refusal) => Assert.Equal([refusal], Refusals(PodSecurityLevel.Baseline, pod));

    [Theory]
    [MemberData(nameof(Baseline))]
    public void What_the_baseline_forbids_is_forbidden_to_restricted_pods_and_allowed_to_privileged_ones(string pod, string refusal)
    {
        Assert.True(Refusals(PodSecurityLevel.Restricted, pod).Length > 0, refusal);
        Assert.Empty(Refusals(PodSecurityLevel.Privileged, pod));
    }

    [Theory]
    [MemberData(nameof(Restricted))]
    public void What_the_restricted_level_demands_beyond(string pod, string refusal)
    {
        Assert.Equal([refusal], Refusals(PodSecurityLevel.Restricted, pod));
        if (!pod.Contains("Unconfined", StringComparison.Ordinal))
        {
            Assert.Empty(Refusals(PodSecurityLevel.Baseline, pod));
        }
    }

    [Fact]
    public void A_hardened_pod_passes_every_level() => Assert.All(PodSecurityLevel.All, level => Assert.Empty(Refusals(level, Pod(Context, """
        "volumes": [{ "name": "a", "emptyDir": {} }, { "name": "b", "image": { "reference": "quay.io/a/b:1.0.0" } }]
        """))));

    [Theory]
    [InlineData("v1.28", "net.ipv4.tcp_keepalive_time", true)]
    [InlineData("v1.29", "net.ipv4.tcp_keepalive_time", false)]
    [InlineData("v1.31", "net.ipv4.tcp_rmem", true)]
    [InlineData("v1.36", "net.ipv4.tcp_notsent_lowat", true)]
    [InlineData("latest", "net.ipv4.tcp_notsent_lowat", false)]
    public void Sysctls_are_allowed_since_a_version(string version, string sysctl, bool isRefused) =>
        Assert.Equal(isRefused, Refusals(PodSecurityLevel.Baseline, $$"""{ "securityContext": { "sysctls": [{ "name": "{{sysctl}}" }] } }""", version).Length == 1);

    [Fact]
    public void Versions_differ_in_probes_SELinux_types_and_users_of_pods()
    {
        const string probe = """{ "containers": [{ "name": "web", "startupProbe": { "tcpSocket": { "host": "10.0.0.1" } } }] }""";
        Assert.Equal([0, 1], new[] { "v1.33", "v1.34" }.Select(version => Refusals(PodSecurityLevel.Baseline, probe, version).Length));
        Assert.Equal([1, 0], new[] { "v1.30", "v1.31" }.Select(version => Refusals(PodSecurityLevel.Baseline, OfContainer("\"seLinuxOptions\": { \"type\": \"container_engine_t\" }"), version).Length));
        var own = Pod(Context + ", \"runAsUser\": 0", "\"hostUsers\": false");
        Assert.Equal([1, 0], new[] { "v1.34", "v1.35" }.Select(version => Refusals(PodSecurityLevel.Restricted, own, version).Length));
        var unmasked = Pod(Context + ", \"procMount\": \"Unmasked\"", "\"hostUsers\": false");
        Assert.Equal([1, 0], new[] { "v1.34", "v1.35" }.Select(version => Refusals(PodSecurityLevel.Baseline, unmasked, version).Length));
        Assert.Single(Refusals(PodSecurityLevel.Restricted, unmasked, "v1.35"));
    }

    [Fact]
    public void Windows_has_no_such_privileges() =>
        Assert.Empty(Refusals(PodSecurityLevel.Restricted, """{ "os": { "name": "windows" }, "securityContext": { "runAsNonRoot": true }, "containers": [{ "name": "web" }] }"""));

    [Fact]
    public void AppArmor_profiles_of_old_are_annotations()
    {
        var annotations = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["container.apparmor.security.beta.kubernetes.io/web"] = "unconfined",
            ["container.apparmor.security.beta.kubernetes.io/side"] = "localhost/side",
        };
        using var document = JsonDocument.Parse("{}");

        Assert.Equal(
            ["container web has the AppArmor profile unconfined; remove the annotation"],
            PodSecurityStandard.Refusals(PodSecurityLevel.Baseline, "v1.34", document.RootElement, annotations).Select(refusal => refusal.ToString()));
    }

    /// <summary>
    /// The restricted profile of a workload was made after the standard: pods of the restricted level keep to the profile, and the other way round where the pod itself states nothing,
    /// since the standard judges what a pod states for all its containers even where each of them states something else.
    /// </summary>
    [Fact]
    public void The_restricted_profile_and_the_restricted_level_agree()
    {
        var profile = new WorkloadSecurityRules(SecurityProfile.Restricted, addCapabilities: ["NET_BIND_SERVICE"]);
        var counts = new int[2];
        foreach (var spec in RandomPods.Draw(4000))
        {
            var keeps = profile.Violations(spec).Count == 0;
            var passes = PodSecurityStandard.Refusals(PodSecurityLevel.Restricted, "v1.34", spec).Count == 0;
            Assert.True(keeps || !passes, spec.ToString());
            Assert.True(passes || !keeps || spec.TryGetProperty("securityContext", out _), spec.ToString());
            counts[passes ? 1 : 0]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 20, 3980));
    }

    private static string OfContainer(string context, string list = "containers") => $$"""{ "{{list}}": [{ "name": "web", "securityContext": { {{context}} } }] }""";

    private static string Pod(string context, string? more = null) => $$"""{ {{Hardened}}, {{(more is null ? "" : more + ",")}} "containers": [{ "name": "web", "securityContext": { {{context}} } }] }""";

    private static string[] Refusals(string level, string pod, string version = "v1.34")
    {
        using var document = JsonDocument.Parse(pod);
        return [.. PodSecurityStandard.Refusals(level, version, document.RootElement).Select(refusal => refusal.ToString())];
    }
}
