using static Hardening.Components.ContextPath;

namespace Hardening.Components;

/// <summary>What the baseline level forbids, in the order of the standard's document.</summary>
internal static class BaselineChecks
{
    private const string AppArmorPrefix = "container.apparmor.security.beta.kubernetes.io/";

    private static readonly string[] HostNamespaces = ["hostNetwork", "hostPID", "hostIPC"];
    private static readonly string[] Handlers = ["livenessProbe", "readinessProbe", "startupProbe", "lifecycle.postStart", "lifecycle.preStop"];
    private static readonly string[] Actions = ["httpGet.host", "tcpSocket.host"];
    private static readonly string[] SeLinuxTypes = ["", "container_t", "container_init_t", "container_kvm_t"];

    // Each with the minor version of the standard that began to allow it.
    private static readonly Dictionary<string, int> Sysctls = new(StringComparer.Ordinal)
    {
        ["kernel.shm_rmid_forced"] = 0,
        ["net.ipv4.ip_local_port_range"] = 0,
        ["net.ipv4.tcp_syncookies"] = 0,
        ["net.ipv4.ping_group_range"] = 0,
        ["net.ipv4.ip_unprivileged_port_start"] = 0,
        ["net.ipv4.ip_local_reserved_ports"] = 27,
        ["net.ipv4.tcp_keepalive_time"] = 29,
        ["net.ipv4.tcp_fin_timeout"] = 29,
        ["net.ipv4.tcp_keepalive_intvl"] = 29,
        ["net.ipv4.tcp_keepalive_probes"] = 29,
        ["net.ipv4.tcp_rmem"] = 32,
        ["net.ipv4.tcp_wmem"] = 32,
        ["net.ipv4.tcp_slow_start_after_idle"] = 37,
        ["net.ipv4.tcp_notsent_lowat"] = 37,
    };

    /// <summary>What the restricted level demands beyond holds for these too, in other words.</summary>
    public static IEnumerable<PodRefusal> Replaced(PodSecuritySubject pod) => [.. Capabilities(pod), .. HostPaths(pod), .. Seccomp(pod)];

    public static IEnumerable<PodRefusal> All(PodSecuritySubject pod) =>
    [
        .. HostProcess(pod),
        .. HostNamespaces.Where(name => Flag(pod.Spec, name) == true).Select(name => PodSecuritySubject.OfPod($"sets {name}", $"remove {name}")),
        .. pod.Where(container => Flag(container, "securityContext.privileged") == true, "runs privileged", "remove securityContext.privileged"),
        .. HostPorts(pod),
        .. AppArmor(pod),
        .. SeLinux(pod),
        .. ProcMount(pod),
        .. UnsafeSysctls(pod),
        .. HostsOfProbes(pod),
    ];

    private static IEnumerable<PodRefusal> HostProcess(PodSecuritySubject pod)
    {
        const string path = "securityContext.windowsOptions.hostProcess";
        const string message = "runs as a process of the host";
        const string fix = "remove " + path;
        return Flag(pod.Spec, path) == true ? [PodSecuritySubject.OfPod(message, fix)] : pod.Where(container => Flag(container, path) == true, message, fix);
    }

    private static IEnumerable<PodRefusal> Capabilities(PodSecuritySubject pod)
    {
        foreach (var (name, container) in pod.Containers)
        {
            var added = Texts(container, "securityContext.capabilities.add").Where(capability => !ProfileLevel.BaselineCapabilities.Contains(capability, StringComparer.Ordinal)).ToList();
            if (added.Count > 0)
            {
                yield return PodSecuritySubject.OfContainer(name, $"adds {string.Join(", ", added)}", "remove it from securityContext.capabilities.add");
            }
        }
    }

    private static IEnumerable<PodRefusal> HostPaths(PodSecuritySubject pod) => Items(pod.Spec, "volumes")
        .Where(volume => At(volume, "hostPath") is not null)
        .Select(volume => new PodRefusal($"volume {Text(volume, "name")}", $"mounts {Text(volume, "hostPath.path") ?? "a path"} of the host", "use another kind of volume"));

    private static IEnumerable<PodRefusal> HostPorts(PodSecuritySubject pod) =>
        from container in pod.Containers
        from port in Items(container.Value, "ports")
        let number = Number(port, "hostPort")
        where number is not (null or 0)
        select PodSecuritySubject.OfContainer(container.Name, FormattableString.Invariant($"takes port {number} of the host"), "remove hostPort");

    private static IEnumerable<PodRefusal> AppArmor(PodSecuritySubject pod) =>
    [
        .. pod.Texts("appArmorProfile.type", type => type is "RuntimeDefault" or "Localhost", "the AppArmor profile", "set RuntimeDefault or Localhost, or remove it"),
        .. pod.Annotations
            .Where(annotation => annotation.Key.StartsWith(AppArmorPrefix, StringComparison.Ordinal) && !(annotation.Value is "" or "runtime/default" || annotation.Value.StartsWith("localhost/", StringComparison.Ordinal)))
            .Select(annotation => PodSecuritySubject.OfContainer(annotation.Key[AppArmorPrefix.Length..], $"has the AppArmor profile {annotation.Value}", "remove the annotation")),
    ];

    private static IEnumerable<PodRefusal> SeLinux(PodSecuritySubject pod) =>
    [
        .. pod.Texts("seLinuxOptions.type", type => SeLinuxTypes.Contains(type, StringComparer.Ordinal) || (type == "container_engine_t" && pod.Minor >= 31), "the SELinux type", "set container_t, or remove it"),
        .. pod.Texts("seLinuxOptions.user", user => user.Length == 0, "the SELinux user", "remove it"),
        .. pod.Texts("seLinuxOptions.role", role => role.Length == 0, "the SELinux role", "remove it"),
    ];

    private static IEnumerable<PodRefusal> ProcMount(PodSecuritySubject pod) => pod.HasOwnUsers ? [] : UnmaskedProc(pod);

    /// <summary>The restricted level forbids it to pods with users of their own as well.</summary>
    public static IEnumerable<PodRefusal> UnmaskedProc(PodSecuritySubject pod) =>
        pod.Where(container => Text(container, "securityContext.procMount") is not (null or "Default"), "unmasks /proc", "remove securityContext.procMount");

    private static IEnumerable<PodRefusal> Seccomp(PodSecuritySubject pod) =>
        pod.Texts("seccompProfile.type", type => type is "RuntimeDefault" or "Localhost", "the seccomp profile", "set RuntimeDefault or Localhost, or remove it");

    private static IEnumerable<PodRefusal> UnsafeSysctls(PodSecuritySubject pod) => Items(pod.Spec, "securityContext.sysctls")
        .Select(sysctl => Text(sysctl, "name") ?? string.Empty)
        .Where(name => !Sysctls.TryGetValue(name, out var since) || since > pod.Minor)
        .Select(name => PodSecuritySubject.OfPod($"sets the sysctl {name}", "set it on the nodes"));

    private static IEnumerable<PodRefusal> HostsOfProbes(PodSecuritySubject pod) => pod.Minor < 34
        ? []
        : from container in pod.Containers
          from handler in Handlers
          from action in Actions
          let host = Text(container.Value, $"{handler}.{action}")
          where !string.IsNullOrEmpty(host)
          select PodSecuritySubject.OfContainer(container.Name, $"sends {handler} to {host}", $"remove {handler}.{action}");
}
