namespace Hardening.Components.Tests.Validation;

public sealed class ExpiryTests
{
    [Theory]
    [InlineData("2027-03-30", true)]
    [InlineData("2027-03-31", false)]
    [InlineData("2027-04-01", false)]
    [InlineData("soon", false)]
    [InlineData(null, false)]
    public void An_exemption_holds_through_its_last_day(string? expires, bool expired)
    {
        Assert.Equal(expired, Expiry.IsExpired(expires, new DateOnly(2027, 3, 31)));
    }

    [Fact]
    public void The_last_moment_is_the_end_of_the_last_day_in_UTC()
    {
        Assert.Equal("2027-03-31T23:59:59Z", Expiry.LastMoment("2027-03-31"));
    }

    [Fact]
    public void An_exemption_states_control_reason_owner_and_last_day()
    {
        var problems = new ProblemList();

        new ExemptionArgs { Control = "quotas" }.Check(problems, ["quota", "limits"]);

        Assert.Equal(
            [
                "control: is not a value that this argument knows (got \"quotas\"); did you mean quota? It is one of quota, limits",
                "reason: an exemption needs a reason; say in a sentence why it is needed",
                "owner: an exemption needs an owner; name who answers for it",
                "expires: an exemption needs its last day; write the day as 2027-03-31, then review or renew it",
            ],
            problems.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void A_whole_exemption_is_accepted()
    {
        var problems = new ProblemList();

        new ExemptionArgs { Control = "quota", Reason = "r", Owner = "o", Expires = "2027-03-31" }.Check(problems, ["quota"]);

        Assert.Empty(problems.Problems);
    }
}
