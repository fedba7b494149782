namespace Hardening.Components.Tests.Validation;

public sealed class ProblemListTests
{
    [Fact]
    public void A_part_of_the_list_writes_into_the_whole_with_its_place_in_front()
    {
        var problems = new ProblemList();

        problems.At("rules").At(1).At("fqdns").At(0).Add(string.Empty, "x", "is wrong", "write y");
        problems.At("rules").Warn("mode", "is unusual");

        Assert.Equal("rules[1].fqdns[0]: is wrong (got \"x\"); write y", Assert.Single(problems.Problems).ToString());
        Assert.Equal("rules.mode: is unusual", Assert.Single(problems.Warnings).ToString());
        Assert.Equal(1, problems.Count);
    }

    [Fact]
    public void A_result_of_another_validation_is_taken_over_at_a_place()
    {
        var inner = new ProblemList();
        inner.Add("name", null, "is missing", "write it");
        inner.Warn("size", "is large");
        var outer = new ProblemList();

        outer.At("namespaces").At(2).AddRange(inner.ToResult());

        Assert.Equal("namespaces[2].name", Assert.Single(outer.Problems).Path);
        Assert.Equal("namespaces[2].size", Assert.Single(outer.Warnings).Path);
    }

    [Fact]
    public void A_result_does_not_change_when_the_list_goes_on()
    {
        var problems = new ProblemList();
        var result = problems.ToResult();

        problems.Add("a", null, "m", "f");

        Assert.True(result.IsValid);
        Assert.False(problems.ToResult().IsValid);
    }

    [Fact]
    public void A_clean_result_does_not_throw()
    {
        ValidationResult.Clean.ThrowIfInvalid("EgressPolicy", "x");
        Assert.True(ValidationResult.Clean.IsValid);
    }

    [Fact]
    public void The_exception_names_component_count_and_every_problem()
    {
        var problems = new ProblemList();
        problems.Add("a", "1", "is wrong", "write 2");
        var one = Assert.Throws<ComponentArgumentException>(() => problems.ToResult().ThrowIfInvalid("EgressPolicy", "web"));
        problems.Add("b", null, "is missing", "write it");
        var two = Assert.Throws<ComponentArgumentException>(() => problems.ToResult().WithPrefix("plan").ThrowIfInvalid("EgressPolicy", "web"));

        Assert.Equal("EgressPolicy \"web\": 1 problem\n  - a: is wrong (got \"1\"); write 2", one.Message);
        Assert.Equal("EgressPolicy \"web\": 2 problems\n  - plan.a: is wrong (got \"1\"); write 2\n  - plan.b: is missing; write it", two.Message);
        Assert.Equal(("EgressPolicy", "web", 2), (two.Component, two.Name, two.Problems.Count));
    }
}
