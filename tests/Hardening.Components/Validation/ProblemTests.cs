using FsCheck.Xunit;

namespace Hardening.Components.Tests.Validation;

public sealed class ProblemTests
{
    [Fact]
    public void A_problem_prints_path_message_value_and_fix()
    {
        Assert.Equal("a.b[1]: is wrong (got \"x\"); write y", new Problem("a.b[1]", "x", "is wrong", "write y").ToString());
    }

    [Fact]
    public void A_problem_without_value_leaves_it_out()
    {
        Assert.Equal("a: is missing; write it", new Problem("a", null, "is missing", "write it").ToString());
    }

    [Theory]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("two\nlines\r\t", "\"two\\nlines\\r\\t\"")]
    [InlineData("\u001b[31mred", "\"\\u001b[31mred\"")]
    [InlineData("", "\"\"")]
    public void A_value_cannot_break_the_line_or_reach_the_terminal(string value, string quoted)
    {
        Assert.Equal($"p: m (got {quoted}); f", new Problem("p", value, "m", "f").ToString());
    }

    [Fact]
    public void A_long_value_is_cut()
    {
        Assert.Equal($"p: m (got \"{new string('x', 120)}…\"); f", new Problem("p", new string('x', 100_000), "m", "f").ToString());
    }

    [Property]
    public bool A_problem_is_always_one_line(string value) => !new Problem("p", value, "m", "f").ToString().Any(char.IsControl);

    [Theory]
    [InlineData("hardening:namespaces[3]", "egress[1].fqdn", "hardening:namespaces[3].egress[1].fqdn")]
    [InlineData("hardening:namespaces", "[3].name", "hardening:namespaces[3].name")]
    [InlineData("", "name", "name")]
    [InlineData("hardening:cluster", "", "hardening:cluster")]
    public void A_prefix_is_joined_as_paths_are_written(string prefix, string path, string expected)
    {
        Assert.Equal(expected, new Problem(path, null, "m", "f").WithPrefix(prefix).Path);
        Assert.Equal(expected, new Warning(path, "m").WithPrefix(prefix).Path);
        Assert.Equal(expected, new Finding(path, "m").WithPrefix(prefix).Path);
    }
}
