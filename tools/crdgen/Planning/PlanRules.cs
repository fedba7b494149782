using System.Text.RegularExpressions;
using Crdgen.Model;

namespace Crdgen.Planning;

/// <summary>What a plan's texts must be, since they become namespaces and folders.</summary>
internal static partial class PlanRules
{
    private const int LongestNamespace = 200;

    /// <summary>One line for each that is not: key, value and what it must be.</summary>
    public static IEnumerable<string> Problems(Plan plan)
    {
        if (plan.Types is not null && !IsNamespace(plan.Namespace))
        {
            yield return plan.Namespace.Length == 0 ? "namespace: is missing" : $"namespace {plan.Namespace}: {Must}";
        }

        foreach (var (group, name) in plan.Groups.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (!IsNamespace(name))
            {
                yield return $"group {group}={name}: {Must}";
            }
        }

        foreach (var (key, folder) in new[] { ("types", plan.Types), ("tables", plan.Tables), ("models", plan.Models) })
        {
            if (folder is not null && !IsInside(folder))
            {
                yield return $"{key} {folder}: must be below the plan's folder";
            }
        }
    }

    private const string Must = "must be a C# namespace, such as My.Crds, without C# keywords";

    private static bool IsNamespace(string text) =>
        text.Length <= LongestNamespace && NamespaceText().IsMatch(text) && !text.Split('.').Any(Names.IsKeyword);

    private static bool IsInside(string folder) =>
        folder.Length > 0 && !Path.IsPathRooted(folder) && folder.Split('/', '\\').All(part => part is not ("" or "." or ".."));

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*\z", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex NamespaceText();
}
