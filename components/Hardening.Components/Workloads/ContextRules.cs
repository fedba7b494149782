using System.Globalization;
using static Hardening.Components.ContextPath;

namespace Hardening.Components;

/// <summary>What each profile demands, after the Pod Security Standards. What a container leaves out holds as its pod says.</summary>
internal static class ContextRules
{
    private const string Pod = "object.spec.securityContext";

    private static readonly string[] SeccompTypes = ["RuntimeDefault", "Localhost"];
    private static readonly string[] HostNamespaces = ["hostNetwork", "hostPID", "hostIPC"];

    private static readonly ContextRule NotPrivileged = new(
        "runs privileged",
        $"{Has("c.securityContext.privileged")} && c.securityContext.privileged",
        (_, container) => Flag(container, "securityContext.privileged") == true);

    private static readonly ContextRule DropsAll = new(
        "does not drop ALL capabilities",
        $"!({Has("c.securityContext.capabilities.drop")} && 'ALL' in c.securityContext.capabilities.drop)",
        (_, container) => !Texts(container, "securityContext.capabilities.drop").Contains("ALL", StringComparer.Ordinal));

    private static readonly ContextRule NoEscalation = new(
        "does not set allowPrivilegeEscalation: false",
        $"!({Has("c.securityContext.allowPrivilegeEscalation")} && !c.securityContext.allowPrivilegeEscalation)",
        (_, container) => Flag(container, "securityContext.allowPrivilegeEscalation") != false);

    private static readonly ContextRule NonRoot = new(
        "may run as root",
        $"!({Has("c.securityContext.runAsNonRoot")} ? c.securityContext.runAsNonRoot : {Has($"{Pod}.runAsNonRoot", 2)} && {Pod}.runAsNonRoot)",
        (spec, container) => (Flag(container, "securityContext.runAsNonRoot") ?? Flag(spec, "securityContext.runAsNonRoot")) != true);

    private static readonly ContextRule NotRootsUser = new(
        "runs as user 0",
        $"{Has("c.securityContext.runAsUser")} ? c.securityContext.runAsUser == 0 : {Has($"{Pod}.runAsUser", 2)} && {Pod}.runAsUser == 0",
        (spec, container) => (Number(container, "securityContext.runAsUser") ?? Number(spec, "securityContext.runAsUser")) == 0);

    private static readonly ContextRule Seccomp = new(
        "has no seccomp profile",
        $"!(({Has("c.securityContext.seccompProfile.type")} ? c.securityContext.seccompProfile.type : {Has($"{Pod}.seccompProfile.type", 2)} ? {Pod}.seccompProfile.type : '') in {CelText.List(SeccompTypes)})",
        (spec, container) => !SeccompTypes.Contains(Text(container, "securityContext.seccompProfile.type") ?? Text(spec, "securityContext.seccompProfile.type"), StringComparer.Ordinal));

    private static readonly ContextRule ReadOnly = new(
        "writes to its root filesystem",
        $"!({Has("c.securityContext.readOnlyRootFilesystem")} && c.securityContext.readOnlyRootFilesystem)",
        (_, container) => Flag(container, "securityContext.readOnlyRootFilesystem") != true);

    private static readonly ContextRule OwnNamespaces = new(
        "shares the host's network, processes or IPC",
        string.Join(" || ", HostNamespaces.Select(name => $"has(object.spec.{name}) && object.spec.{name}")),
        (spec, _) => HostNamespaces.Any(name => Flag(spec, name) == true));

    private static readonly ContextRule NoHostPath = new(
        "mounts a path of the host",
        "has(object.spec.volumes) && object.spec.volumes.exists(v, has(v.hostPath))",
        (spec, _) => Items(spec, "volumes").Any(volume => At(volume, "hostPath") is not null));

    /// <summary>The demands on each container.</summary>
    public static IReadOnlyList<ContextRule> OfContainers(string profile, int? user, IReadOnlyList<string> added) => profile switch
    {
        SecurityProfile.Privileged => [],
        SecurityProfile.DropAll => [NotPrivileged, DropsAll, Adds(added), .. Users(user)],
        SecurityProfile.Restricted => [NotPrivileged, DropsAll, Adds(added), NoEscalation, NonRoot, .. user is null ? [NotRootsUser] : Users(user), Seccomp],
        _ => [.. OfContainers(SecurityProfile.Restricted, user, added), ReadOnly],
    };

    /// <summary>The demands on the pod itself.</summary>
    public static IReadOnlyList<ContextRule> OfPods(string profile) => profile == SecurityProfile.Privileged ? [] : [OwnNamespaces, NoHostPath];

    private static ContextRule Adds(IReadOnlyList<string> added) => new(
        added.Count == 0 ? "adds capabilities" : $"adds capabilities beyond {string.Join(", ", added)}",
        $"{Has("c.securityContext.capabilities.add")} && c.securityContext.capabilities.add.exists(a, !(a in {CelText.List(added)}))",
        (_, container) => Texts(container, "securityContext.capabilities.add").Any(item => !added.Contains(item, StringComparer.Ordinal)));

    private static IEnumerable<ContextRule> Users(int? user)
    {
        if (user is not { } id)
        {
            yield break;
        }

        var text = id.ToString(CultureInfo.InvariantCulture);
        yield return new ContextRule(
            $"does not run as user {text}",
            $"!({Has("c.securityContext.runAsUser")} ? c.securityContext.runAsUser == {text} : {Has($"{Pod}.runAsUser", 2)} && {Pod}.runAsUser == {text})",
            (spec, container) => (Number(container, "securityContext.runAsUser") ?? Number(spec, "securityContext.runAsUser")) != id);
    }
}
