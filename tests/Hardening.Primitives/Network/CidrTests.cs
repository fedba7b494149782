using System.Net;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Hardening.Primitives.Tests.Network;

public sealed class CidrTests
{
    [Theory]
    [InlineData("192.168.1.158", "192.168.1.158/32", true, false)]
    [InlineData("10.0.0.0/8", "10.0.0.0/8", false, false)]
    [InlineData("10.1.2.3/8", "10.0.0.0/8", false, true)]
    [InlineData("0.0.0.0/0", "0.0.0.0/0", false, false)]
    [InlineData("255.255.255.255/32", "255.255.255.255/32", false, false)]
    [InlineData("2001:db8::1", "2001:db8::1/128", true, false)]
    [InlineData("2001:DB8:0:0::/32", "2001:db8::/32", false, false)]
    [InlineData("2001:db8::1/64", "2001:db8::/64", false, true)]
    [InlineData("::/0", "::/0", false, false)]
    [InlineData("::1/128", "::1/128", false, false)]
    [InlineData("::", "::/128", true, false)]
    // As Go's net/netip prints them; the API server calls any other text "not canonical".
    [InlineData("::1.2.3.4/128", "::102:304/128", false, false)]
    [InlineData("::1.2.3.4/104", "::100:0/104", false, true)]
    [InlineData("2001:db8::5efe:1.2.3.4", "2001:db8::5efe:102:304/128", true, false)]
    [InlineData("64:ff9b::1.2.3.4/128", "64:ff9b::102:304/128", false, false)]
    [InlineData("1:0:2:3:4:5:6:7", "1:0:2:3:4:5:6:7/128", true, false)]
    [InlineData("1:0:0:2:0:0:0:3", "1:0:0:2::3/128", true, false)]
    [InlineData("1:0:0:2:3:0:0:4", "1::2:3:0:0:4/128", true, false)]
    [InlineData("1:2:3:4:5:6:0:0/128", "1:2:3:4:5:6::/128", false, false)]
    public void A_block_prints_canonically_and_remembers_how_it_was_written(string text, string canonical, bool bare, bool hostBits)
    {
        var block = Cidr.Parse(text);

        Assert.Equal((canonical, bare, hostBits, text), (block.ToString(), block.IsBareAddress, block.HasHostBits, block.Written));
        Assert.Equal(Cidr.Parse(canonical), block);
    }

    [Theory]
    [InlineData("", "an address cannot be empty")]
    [InlineData(null, "an address cannot be empty")]
    [InlineData("10.0.0", "an IPv4 address has four parts")]
    [InlineData("10.0.0.0.0", "an IPv4 address has four parts")]
    [InlineData("010.0.0.1", "character 1: a part of an IPv4 address has no leading zero")]
    [InlineData("10.0.00.1", "character 6: a part of an IPv4 address has no leading zero")]
    [InlineData("10.0.0.256", "character 8: each part of an IPv4 address is a number from 0 to 255")]
    [InlineData("10.0..1", "character 6: each part of an IPv4 address is a number from 0 to 255")]
    [InlineData("10.0.0.-1", "character 8: an IPv4 address has only digits and dots")]
    [InlineData("localhost", "character 1: an IPv4 address has only digits and dots")]
    [InlineData(" 10.0.0.1", "character 1: an IPv4 address has only digits and dots")]
    [InlineData("10.0.0.0/33", "character 10: a prefix length is a number from 0 to 32")]
    [InlineData("10.0.0.0/", "character 10: a prefix length is a number from 0 to 32")]
    [InlineData("10.0.0.0/08", "character 10: a prefix length is a number from 0 to 32")]
    [InlineData("10.0.0.0/+8", "character 10: a prefix length is a number from 0 to 32")]
    [InlineData("10.0.0.0/8/8", "character 10: a prefix length is a number from 0 to 32")]
    [InlineData("10.0.0.0/255.0.0.0", "character 10: a prefix length is a number from 0 to 32")]
    [InlineData("::/129", "character 4: a prefix length is a number from 0 to 128")]
    [InlineData("fe80::1%eth0", "character 8: an address in a policy has no zone")]
    [InlineData("2001:db8::1::2", "an IPv6 address has eight groups of up to four hexadecimal digits, of which :: shortens zeros once")]
    [InlineData("12345::", "an IPv6 address has eight groups of up to four hexadecimal digits, of which :: shortens zeros once")]
    [InlineData("2001:db8::g", "character 11: an IPv6 address has only hexadecimal digits and colons")]
    [InlineData("[::1]", "character 1: an IPv6 address has only hexadecimal digits and colons")]
    [InlineData("::ffff:10.0.0.1", "this is IPv4 in IPv6 notation: write 10.0.0.1")]
    [InlineData("::ffff:0a00:0001/128", "this is IPv4 in IPv6 notation: write 10.0.0.1")]
    public void What_is_no_address_is_refused_with_place_and_reason(string? text, string expected)
    {
        Assert.False(Cidr.TryParse(text, out _, out var error));
        Assert.Equal(expected, error.ToString());
    }

    [Theory]
    [InlineData("10.0.0.0/8", "10.255.0.1", true)]
    [InlineData("10.0.0.0/8", "10.0.0.0/8", true)]
    [InlineData("10.0.0.0/9", "10.0.0.0/8", false)]
    [InlineData("10.0.0.0/8", "11.0.0.0/8", false)]
    [InlineData("0.0.0.0/0", "192.168.1.158", true)]
    [InlineData("0.0.0.0/0", "::/0", false)]
    [InlineData("::/0", "2001:db8::/32", true)]
    [InlineData("2001:db8::/32", "2001:db9::1", false)]
    public void A_block_contains_what_lies_in_it(string outer, string inner, bool contains)
    {
        Assert.Equal(contains, Cidr.Parse(outer).Contains(Cidr.Parse(inner)));
        Assert.Equal(contains || Cidr.Parse(inner).Contains(Cidr.Parse(outer)), Cidr.Parse(inner).Overlaps(Cidr.Parse(outer)));
    }

    [Fact]
    public void The_ends_of_a_block_are_addresses()
    {
        Assert.Equal(IPAddress.Parse("10.0.0.0"), Cidr.Parse("10.1.0.0/8").FirstAddress());
        Assert.Equal(IPAddress.Parse("10.255.255.255"), Cidr.Parse("10.1.0.0/8").LastAddress());
        Assert.Equal(IPAddress.Parse("2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"), Cidr.Parse("2001:db8::/32").LastAddress());
        Assert.Equal(IPAddress.Parse("255.255.255.255"), Cidr.AnyIPv4.LastAddress());
        Assert.True(Cidr.AnyIPv6.IsAny);
        Assert.Equal(Cidr.AnyIPv6, Cidr.Parse("::/0"));
        Assert.True(Cidr.Parse("10.0.0.1").IsSingleAddress);
    }

    [Property(MaxTest = 1000)]
    public Property A_printed_block_reads_as_the_same_and_contains_its_ends() => Prop.ForAll(Blocks(), text =>
    {
        var block = Cidr.Parse(text);
        var first = Cidr.Parse(block.FirstAddress().ToString());
        var last = Cidr.Parse(block.LastAddress().ToString());
        return Cidr.Parse(block.ToString()).Equals(block) && block.Contains(first) && block.Contains(last) && block.Contains(Cidr.Parse(text.Split('/')[0]));
    });

    [Property(MaxTest = 1000)]
    public Property Two_blocks_overlap_only_when_one_contains_the_other() => Prop.ForAll(Blocks(), Blocks(), (left, right) =>
    {
        var (a, b) = (Cidr.Parse(left), Cidr.Parse(right));
        return a.Overlaps(b) == b.Overlaps(a) && (!(a.Contains(b) && b.Contains(a)) || a.Equals(b));
    });

    [Property(MaxTest = 3000)]
    public bool No_text_fails_other_than_by_being_refused(string? text) => Cidr.TryParse(text, out _, out var error) || error.Message.Length > 0;

    private static Arbitrary<string> Blocks() => Gen.OneOf(
        from a in Gen.Choose(0, 255)
        from b in Gen.Choose(0, 255)
        from length in Gen.Choose(0, 32)
        select $"{a}.{b}.1.2/{length}",
        from a in Gen.Choose(1, 0xfffe)
        from b in Gen.Choose(0, 0xffff)
        from length in Gen.Choose(0, 128)
        select $"{a:x}:{b:x}::1/{length}").ToArbitrary();
}
