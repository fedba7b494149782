using Pulumi;

namespace Hardening.Components;

/// <summary>Why something is left out of a control: what, why, who answers for it and until when. Nothing is exempt in silence.</summary>
public sealed class ExemptionArgs : ResourceArgs
{
    /// <summary>The control that does not apply, by the name that the component documents. Required.</summary>
    [Input("control", required: true)]
    public string? Control { get; set; }

    /// <summary>Why, in a sentence for the next reader. Required.</summary>
    [Input("reason", required: true)]
    public string? Reason { get; set; }

    /// <summary>Who answers for it: a person, a team or an address. Required.</summary>
    [Input("owner", required: true)]
    public string? Owner { get; set; }

    /// <summary>The last day on which it holds, as <c>2027-03-31</c>. Required; once it has passed, the audit says so.</summary>
    [Input("expires", required: true)]
    public string? Expires { get; set; }

    /// <summary>Refuses an exemption that leaves one of its four parts out, or whose control is not one of <paramref name="controls"/>.</summary>
    /// <param name="problems">Where problems go; already at the exemption's place.</param>
    /// <param name="controls">The controls that can be exempted.</param>
    public void Check(ProblemList problems, IReadOnlyList<string> controls)
    {
        ArgumentNullException.ThrowIfNull(problems);
        Choice.Check(Control, controls, problems, "control");
        CheckReasoned(Reason, Owner, Expires, problems);
    }

    /// <summary>Refuses a missing reason or owner and a missing or unreadable last day.</summary>
    internal static void CheckReasoned(string? reason, string? owner, string? expires, ProblemList problems)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            problems.Add("reason", null, "an exemption needs a reason", "say in a sentence why it is needed");
        }

        if (string.IsNullOrWhiteSpace(owner))
        {
            problems.Add("owner", null, "an exemption needs an owner", "name who answers for it");
        }

        Expiry.Check(expires, problems);
    }
}
