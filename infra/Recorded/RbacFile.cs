using System.Text.Json;
using Hardening.Components;
using Hardening.Infra.Commands;

namespace Hardening.Infra.Recorded;

/// <summary>Roles and bindings as <c>kubectl get clusterrolebindings,clusterroles -o json</c> prints them.</summary>
internal static class RbacFile
{
    /// <summary>The command that records what is read here.</summary>
    public const string RecordedBy = "kubectl get clusterrolebindings,clusterroles,rolebindings,roles -A -o json";

    /// <summary>Reads a file, or standard input.</summary>
    /// <exception cref="EnvironmentException">There is no such file.</exception>
    /// <exception cref="BadInputException">It holds something else.</exception>
    public static RecordedRbac Read(string shown, Terminal terminal)
    {
        var recorded = RecordedList.Read(shown, RecordedBy, terminal, Read);
        // Every cluster has bindings of its own, so that a list without any shows nothing.
        return recorded.Bindings.Any(binding => binding.Namespace is null) ? recorded : throw RecordedList.Refused(shown, "holds no ClusterRoleBinding, and every cluster has some", RecordedBy);
    }

    private static RecordedRbac Read(IEnumerable<JsonElement> items)
    {
        var bindings = new List<RbacBinding>();
        var roles = new Dictionary<RbacRoleName, IReadOnlyList<RbacRule>>();
        foreach (var item in items)
        {
            var metadata = item.GetProperty("metadata");
            var name = metadata.GetProperty("name").GetString()!;
            var space = RecordedList.Text(metadata, "namespace");
            switch (item.GetProperty("kind").GetString())
            {
                case "ClusterRoleBinding" or "RoleBinding":
                    bindings.Add(new RbacBinding(name, space, RoleOf(item.GetProperty("roleRef"), space), RecordedList.Items(item, "subjects").Select(Subject).ToList()));
                    break;
                case "ClusterRole" or "Role":
                    roles[new RbacRoleName(name, space)] = RecordedList.Items(item, "rules").Select(Rule).ToList();
                    break;
            }
        }

        return new RecordedRbac(bindings, roles);
    }

    private static RbacRoleName RoleOf(JsonElement role, string? space) =>
        new(role.GetProperty("name").GetString()!, role.GetProperty("kind").GetString() is "Role" ? space : null);

    private static RbacSubject Subject(JsonElement subject)
    {
        var kind = subject.GetProperty("kind").GetString()!;
        return new RbacSubject(kind, subject.GetProperty("name").GetString()!, kind is RbacSubject.ServiceAccount ? RecordedList.Text(subject, "namespace") : null);
    }

    private static RbacRule Rule(JsonElement rule) => new(Texts(rule, "apiGroups"), Texts(rule, "resources"), Texts(rule, "verbs")) { ResourceNames = Texts(rule, "resourceNames") };

    private static List<string> Texts(JsonElement owner, string member) => RecordedList.Items(owner, member).Select(item => item.GetString() ?? "").ToList();
}
