using FsCheck;
using FsCheck.Fluent;

namespace Hardening.Preview.Tests.Support;

public static class ValueArbitraries
{
    public static Arbitrary<CapturedValue> Maps() => Values.Map(4).ToArbitrary();

    public static Arbitrary<string> Texts() => Values.Text.ToArbitrary();
}
