using Hardening.Components.Tests.Images;
using Hardening.Components.Tests.Workloads;

namespace Hardening.Components.Tests.Admission;

/// <summary>What the C# rules of one subject decide with one choice of settings: the refused images of each row of the subject's table, and the images drawn at random.</summary>
internal sealed record CelDecisions(string Subject, IReadOnlyList<IReadOnlyList<string>> Settings, IReadOnlyList<IReadOnlyList<string>> Refused, IReadOnlyList<DrawnImage> Drawn)
{
    /// <summary>Whole pods drawn at random, where the rules are about more than images.</summary>
    public IReadOnlyList<DrawnPod>? DrawnPods { get; init; }

    public static CelDecisions Of(string subject, IReadOnlyList<IReadOnlyList<string>> settings, IEnumerable<ImageRow> rows, IEnumerable<string> drawn, Func<string, bool> accepts) =>
        new(subject, settings, [.. rows.Select(row => row.RefusedBy(accepts))], [.. drawn.Select(image => new DrawnImage(image, !accepts(image)))]);
}
