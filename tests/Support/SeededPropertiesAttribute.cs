using System.Globalization;
using System.Security.Cryptography;
using FsCheck.Xunit;

[assembly: Hardening.Tests.SeededProperties]

namespace Hardening.Tests;

/// <summary>
/// Lets every property of the assembly draw the same cases in every run, so that nobody's change fails by another's bad luck.
/// New cases are eng/soak's: it sets <c>PROPERTY_SEED</c> to <c>new</c>, or to the seed that a failure printed.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class SeededPropertiesAttribute : PropertiesAttribute
{
    private const string Usual = "20261122,87654321";

    public SeededPropertiesAttribute() => Replay = Environment.GetEnvironmentVariable("PROPERTY_SEED") switch
    {
        null or "" => Usual,
        "new" => Drawn(),
        var given => given,
    };

    // The second number has to be odd.
    private static string Drawn() => string.Create(
        CultureInfo.InvariantCulture, $"{RandomNumberGenerator.GetInt32(int.MaxValue)},{RandomNumberGenerator.GetInt32(int.MaxValue) | 1}");
}
