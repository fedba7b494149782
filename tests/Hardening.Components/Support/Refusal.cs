namespace Hardening.Components.Tests.Support;

/// <summary>Says what a validation found, as text that a test can state whole.</summary>
internal static class Refusal
{
    /// <summary>The one problem; the test fails when there are none or more.</summary>
    public static string Of(ValidationResult result) => Assert.Single(result.Problems).ToString();

    /// <summary>Every problem, one a line.</summary>
    public static string All(ValidationResult result) => string.Join('\n', result.Problems);
}
