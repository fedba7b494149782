using System.Text.Json;
using static Hardening.Components.ContextPath;

namespace Hardening.Components;

/// <summary>What the restricted level demands beyond the baseline.</summary>
internal static class RestrictedChecks
{
    private static readonly string[] Volumes =
        ["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image", "persistentVolumeClaim", "projected", "secret"];

    public static IEnumerable<PodRefusal> All(PodSecuritySubject pod) =>
    [
        .. VolumeKinds(pod),
        .. pod.HasOwnUsers ? BaselineChecks.UnmaskedProc(pod) : [],
        .. pod.IsWindows ? [] : pod.Where(
            container => Flag(container, "securityContext.allowPrivilegeEscalation") != false, "may gain privileges", "set securityContext.allowPrivilegeEscalation: false"),
        .. pod.HasOwnUsers ? [] : NonRoot(pod),
        .. pod.IsWindows ? [] : Seccomp(pod),
        .. pod.IsWindows ? [] : Capabilities(pod),
    ];

    private static IEnumerable<PodRefusal> VolumeKinds(PodSecuritySubject pod)
    {
        foreach (var volume in Items(pod.Spec, "volumes"))
        {
            // Of no type is an emptyDir: the API server makes it one.
            var kind = volume.ValueKind == JsonValueKind.Object ? volume.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => name != "name") : null;
            if (kind is not null && !Array.Exists(Volumes, allowed => At(volume, allowed) is not null))
            {
                yield return new PodRefusal($"volume {Text(volume, "name")}", $"is of type {kind}", "mount it through a persistentVolumeClaim or a csi volume");
            }
        }
    }

    private static IEnumerable<PodRefusal> NonRoot(PodSecuritySubject pod)
    {
        const string path = "securityContext.runAsNonRoot";
        const string fix = "set securityContext.runAsNonRoot: true";
        var ofPod = Flag(pod.Spec, path);
        if (ofPod == false)
        {
            yield return PodSecuritySubject.OfPod("sets runAsNonRoot: false", fix);
        }

        foreach (var refusal in pod.Where(container => (Flag(container, path) ?? ofPod) is not true && !(ofPod == false && Flag(container, path) is null), "may run as root", fix))
        {
            yield return refusal;
        }

        const string user = "securityContext.runAsUser";
        const string another = "set another user, or remove runAsUser";
        if (Number(pod.Spec, user) == 0)
        {
            yield return PodSecuritySubject.OfPod("runs as user 0", another);
        }

        foreach (var refusal in pod.Where(container => Number(container, user) == 0, "runs as user 0", another))
        {
            yield return refusal;
        }
    }

    private static IEnumerable<PodRefusal> Seccomp(PodSecuritySubject pod)
    {
        const string path = "securityContext.seccompProfile.type";
        const string fix = "set securityContext.seccompProfile.type: RuntimeDefault";
        var ofPod = Text(pod.Spec, path);
        if (ofPod is not null && !IsProfile(ofPod))
        {
            yield return PodSecuritySubject.OfPod($"has the seccomp profile {ofPod}", fix);
        }

        foreach (var (name, container) in pod.Containers)
        {
            var own = Text(container, path);
            if (own is not null ? !IsProfile(own) : ofPod is null)
            {
                yield return PodSecuritySubject.OfContainer(name, own is null ? "has no seccomp profile" : $"has the seccomp profile {own}", fix);
            }
        }
    }

    private static IEnumerable<PodRefusal> Capabilities(PodSecuritySubject pod)
    {
        foreach (var (name, container) in pod.Containers)
        {
            if (!Texts(container, "securityContext.capabilities.drop").Contains("ALL", StringComparer.Ordinal))
            {
                yield return PodSecuritySubject.OfContainer(name, "does not drop ALL capabilities", "set securityContext.capabilities.drop: [ALL]");
            }

            var added = Texts(container, "securityContext.capabilities.add").Where(capability => capability != ProfileLevel.RestrictedCapability).ToList();
            if (added.Count > 0)
            {
                yield return PodSecuritySubject.OfContainer(name, $"adds {string.Join(", ", added)}", $"add {ProfileLevel.RestrictedCapability} at most");
            }
        }
    }

    private static bool IsProfile(string type) => type is "RuntimeDefault" or "Localhost";
}
