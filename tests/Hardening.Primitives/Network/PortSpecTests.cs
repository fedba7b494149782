using FsCheck.Xunit;

namespace Hardening.Primitives.Tests.Network;

public sealed class PortSpecTests
{
    [Theory]
    [InlineData("443", 443, 443, null, "ANY", "443")]
    [InlineData("53/UDP", 53, 53, null, "UDP", "53/UDP")]
    [InlineData("443/ANY", 443, 443, null, "ANY", "443")]
    [InlineData("8000-8999/TCP", 8000, 8999, null, "TCP", "8000-8999/TCP")]
    [InlineData("1-65535", 1, 65535, null, "ANY", "1-65535")]
    [InlineData("5-5", 5, 5, null, "ANY", "5")]
    [InlineData("https", 0, 0, "https", "ANY", "https")]
    [InlineData("http-metrics/TCP", 0, 0, "http-metrics", "TCP", "http-metrics/TCP")]
    [InlineData("3scale/SCTP", 0, 0, "3scale", "SCTP", "3scale/SCTP")]
    public void A_port_has_numbers_or_a_name_and_a_protocol(string text, int first, int last, string? name, string protocol, string canonical)
    {
        var port = PortSpec.Parse(text);

        Assert.Equal((first, last, name, protocol, canonical), (port.First, port.Last, port.Name, port.Protocol, port.ToString()));
        Assert.Equal(port, PortSpec.Parse(canonical));
        Assert.Equal(last > first, port.IsRange);
    }

    [Theory]
    [InlineData("", "a port cannot be empty")]
    [InlineData("0", "character 1: a port is a number from 1 to 65535, a range such as 8000-8999, or a lower-case name")]
    [InlineData("65536", "character 1: a port is a number from 1 to 65535, a range such as 8000-8999, or a lower-case name")]
    [InlineData("-1", "character 1: a port is a number from 1 to 65535, a range such as 8000-8999, or a lower-case name")]
    [InlineData("080", "character 1: a port is a number from 1 to 65535, a range such as 8000-8999, or a lower-case name")]
    [InlineData("HTTPS", "character 1: a port is a number from 1 to 65535, a range such as 8000-8999, or a lower-case name")]
    [InlineData("80-", "character 4: a range ends with a port from 1 to 65535")]
    [InlineData("80-70000", "character 4: a range ends with a port from 1 to 65535")]
    [InlineData("90-80", "character 4: a range ends at or above its start")]
    [InlineData("1-2-3", "character 3: a range ends with a port from 1 to 65535")]
    [InlineData("53/udp", "character 4: a protocol is TCP, UDP, SCTP or ANY")]
    [InlineData("53/", "character 4: a protocol is TCP, UDP, SCTP or ANY")]
    [InlineData("53/TCP/UDP", "character 4: a protocol is TCP, UDP, SCTP or ANY")]
    [InlineData("/TCP", "character 1: a port is a number from 1 to 65535, a range such as 8000-8999, or a lower-case name")]
    [InlineData("very-long-port-name", "a port's name has 1 to 15 of a-z, 0-9 and single hyphens, at least one letter, and starts and ends with a letter or digit")]
    [InlineData("a--b", "a port's name has 1 to 15 of a-z, 0-9 and single hyphens, at least one letter, and starts and ends with a letter or digit")]
    public void What_is_no_port_is_refused_with_place_and_reason(string text, string expected)
    {
        Assert.False(PortSpec.TryParse(text, out _, out var error));
        Assert.Equal(expected, error.ToString());
    }

    [Theory]
    [InlineData("443", "443/TCP", true)]
    [InlineData("443/TCP", "443", false)]
    [InlineData("400-500", "443/TCP", true)]
    [InlineData("400-500/TCP", "443/UDP", false)]
    [InlineData("400-500", "450-600", false)]
    [InlineData("https", "https/TCP", true)]
    [InlineData("https", "443", false)]
    [InlineData("443", "https", false)]
    public void A_port_covers_what_it_allows(string wide, string narrow, bool covers)
    {
        Assert.Equal(covers, PortSpec.Parse(wide).Covers(PortSpec.Parse(narrow)));
    }

    [Property(MaxTest = 2000)]
    public bool No_text_fails_other_than_by_being_refused(string? text) => PortSpec.TryParse(text, out _, out var error) || error.Message.Length > 0;

    [Property]
    public bool Every_number_reads_as_itself_or_is_refused(int number) => PortSpec.TryParse($"{number}", out var port, out _) ? port.First == number && port.Last == number : number is < 1 or > 65535;
}
