using System.Text;

namespace Hardening.Components;

/// <summary>The few forms of PromQL that the alerts are made of.</summary>
internal static class PromQl
{
    /// <summary>A string literal.</summary>
    public static string Quote(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                _ => c.ToString(),
            });
        }

        return text.Append('"').ToString();
    }

    /// <summary>
    /// The series with the object's own namespace as <c>namespace</c>, one for each combination of the labels named. A scrape without <c>honorLabels</c> renames that
    /// label to <c>exported_namespace</c> and puts the exporter's namespace in its place; with <c>honorLabels</c> nothing is renamed. Both come out the same.
    /// </summary>
    public static string ByObject(string vector, string labels) =>
        $"max by ({labels}) (label_replace({vector}, \"namespace\", \"$1\", \"exported_namespace\", \"(.+)\"))";

    /// <summary>A vector of one series with one label more.</summary>
    public static string WithLabel(string vector, string label, string value) => $"label_replace({vector}, \"{label}\", {Quote(value)}, \"\", \"\")";
}
