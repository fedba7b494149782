using Hardening.Infra.Plans;
using Hardening.Infra.Reports.DefinitionOfDone;

namespace Hardening.Infra.Tests.Reports.DefinitionOfDone;

public sealed class DoneTableTests
{
    [Fact]
    public void Every_control_of_the_plan_has_evidence_and_stands_under_one_sentence()
    {
        Assert.Equal(Controls.All.Order(StringComparer.Ordinal), DoneEvidence.All.Select(evidence => evidence.Control).Order(StringComparer.Ordinal));
        Assert.Equal(Controls.All.Order(StringComparer.Ordinal), DoneSentence.All.SelectMany(sentence => sentence.By).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("done", false)]
    [InlineData("missing", true)]
    public void A_sentence_is_as_far_as_the_last_of_its_controls_in_each_namespace(string quota, bool open)
    {
        var sentence = DoneSentence.All[0];
        var state = quota == "done" ? DoneState.Done : DoneState.Missing;
        DoneLine[] lines =
        [
            new("a", "resource-quota", state, ""), new("a", "limit-range", DoneState.Done, ""),
            new("b", "resource-quota", DoneState.Exempt, ""), new("b", "limit-range", DoneState.Done, ""),
            new("b", "egress", DoneState.Missing, ""),
        ];

        Assert.Equal(open ? "0 of 2, 1 exempt, 1 missing" : "1 of 2, 1 exempt", sentence.Count(lines));
        Assert.Equal(!open, sentence.IsDone(lines));
    }

    [Fact]
    public void A_sentence_about_nothing_is_not_done() => Assert.False(DoneSentence.All[0].IsDone([]));
}
