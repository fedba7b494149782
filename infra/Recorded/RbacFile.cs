using System.Text.Json;
using Hardening.Components;

namespace Hardening.Infra.Recorded;

/// <summary>Roles and bindings as <c>kubectl get clusterrolebindings,clusterroles -o json</c> prints them.</summary>
internal static class RbacFile
{
    /// <summary>The command that records what is read here.</summary>
    public const string RecordedBy = "kubectl get clusterrolebindings,clusterroles,rolebindings,roles -A -o json";

    private const string Option = "--facts";

    /// <summary>Reads a file.</summary>
    /// <exception cref="EnvironmentException">There is no such file.</exception>
    /// <exception cref="BadInputException">It holds something else.</exception>
    public static RecordedRbac Read(string path, string shown)
    {
        if (!File.Exists(path))
            throw new EnvironmentException($"{shown} does not exist", $"record it with {RecordedBy} > {shown}");
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return Read(document.RootElement, shown);
        }
        catch (JsonException)
        {
            throw Refused(shown, "is no JSON");
        }
        catch (Exception error) when (error is InvalidOperationException or KeyNotFoundException)
        {
            throw Refused(shown, "is no list of Kubernetes objects");
        }
    }

    private static RecordedRbac Read(JsonElement root, string shown)
    {
        var bindings = new List<RbacBinding>();
        var roles = new Dictionary<RbacRoleName, IReadOnlyList<RbacRule>>();
        foreach (var item in root.GetProperty("items").EnumerateArray())
        {
            var metadata = item.GetProperty("metadata");
            var name = metadata.GetProperty("name").GetString()!;
            var space = Text(metadata, "namespace");
            switch (item.GetProperty("kind").GetString())
            {
                case "ClusterRoleBinding" or "RoleBinding":
                    bindings.Add(new RbacBinding(name, space, RoleOf(item.GetProperty("roleRef"), space), Items(item, "subjects").Select(Subject).ToList()));
                    break;
                case "ClusterRole" or "Role":
                    roles[new RbacRoleName(name, space)] = Items(item, "rules").Select(Rule).ToList();
                    break;
            }
        }

        // Every cluster has bindings of its own, so that a list without any shows nothing.
        return bindings.Exists(binding => binding.Namespace is null) ? new RecordedRbac(bindings, roles) : throw Refused(shown, "holds no ClusterRoleBinding, and every cluster has some");
    }

    private static BadInputException Refused(string shown, string message) => new(new Problem(Option, shown, message, $"record it with {RecordedBy}"));

    private static RbacRoleName RoleOf(JsonElement role, string? space) =>
        new(role.GetProperty("name").GetString()!, role.GetProperty("kind").GetString() is "Role" ? space : null);

    private static RbacSubject Subject(JsonElement subject)
    {
        var kind = subject.GetProperty("kind").GetString()!;
        return new RbacSubject(kind, subject.GetProperty("name").GetString()!, kind is RbacSubject.ServiceAccount ? Text(subject, "namespace") : null);
    }

    private static RbacRule Rule(JsonElement rule) => new(Texts(rule, "apiGroups"), Texts(rule, "resources"), Texts(rule, "verbs")) { ResourceNames = Texts(rule, "resourceNames") };

    private static string? Text(JsonElement owner, string member) => owner.TryGetProperty(member, out var value) ? value.GetString() : null;

    private static List<string> Texts(JsonElement owner, string member) => Items(owner, member).Select(item => item.GetString() ?? "").ToList();

    private static JsonElement.ArrayEnumerator Items(JsonElement owner, string member) =>
        owner.TryGetProperty(member, out var value) && value.ValueKind is not JsonValueKind.Null ? value.EnumerateArray() : default;
}
