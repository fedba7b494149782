using FsCheck;
using FsCheck.Fluent;

namespace Hardening.Preview.Tests.Schemas;

public static class NameArbitraries
{
    /// <summary>The patterns that are decided by hand and mean exactly what they say (that of quantities is decided more strictly).</summary>
    public static string[] Patterns { get; } =
    [
        "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",
        @"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",
        @"^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",
        "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$",
        @"^([-a-zA-Z0-9_*]+[.]?)+$",
        @"^([-a-zA-Z0-9_]+[.]?)+$",
        @"^(\*?\*\.)?([-a-zA-Z0-9_]+\.?)+$",
        "^(6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5][0-9]{4}|[0-9]{1,4})|([a-zA-Z0-9]-?)*[a-zA-Z](-?[a-zA-Z0-9])*$",
    ];

    public static Arbitrary<string> Names()
        => Gen.ListOf(Gen.Elements("a", "Z", "9", "-", ".", "_", "*", "/", "é", "\n", "*.", "**.")).Select(parts => string.Concat(parts.Take(8))).ToArbitrary();
}
