using System.Text;

namespace Hardening.Preview;

/// <summary>One thing found about a captured stack. No finding holds a secret.</summary>
/// <param name="Id">What was found, one of <see cref="FindingIds"/>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Resource">The resource concerned as <c>type "name"</c>, or null for the stack as a whole.</param>
/// <param name="Path">The place in the resource's inputs such as <c>spec.egress[1].toPorts</c>, or null.</param>
/// <param name="Message">What is wrong, with the value where it is not secret.</param>
/// <param name="Fix">What to do, or null where the message says it.</param>
public sealed record Finding(string Id, FindingSeverity Severity, string? Resource, string? Path, string Message, string? Fix)
{
    /// <summary>The resource concerned, or null.</summary>
    public CapturedResource? Source { get; init; }

    /// <summary>One line: <c>resource: path: message; fix</c>, without the parts that are absent.</summary>
    public override string ToString()
    {
        var line = new StringBuilder();
        if (Resource is not null)
        {
            line.Append(Resource).Append(": ");
        }

        if (Path is not null)
        {
            line.Append(Path).Append(": ");
        }

        line.Append(Message);
        if (Fix is not null)
        {
            line.Append("; ").Append(Fix);
        }

        return line.ToString();
    }

    internal static Finding About(CapturedResource resource, string id, FindingSeverity severity, string? path, string message, string? fix = null)
        => new(id, severity, resource.ToString(), path, message, fix) { Source = resource };
}
