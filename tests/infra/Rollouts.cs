using Hardening.Infra.Plans;

namespace Hardening.Infra.Tests;

/// <summary>Rollouts for plans of tests: a rollout names every control, and tests are about one or two.</summary>
internal static class Rollouts
{
    /// <summary>The section with these lines, and every other control in its first mode.</summary>
    public static string With(params string[] lines) =>
        $"hardening:rollout: {{ {string.Join(", ", lines.Concat(Controls.All.Where(control => !lines.Any(line => line.StartsWith(control + ":", StringComparison.Ordinal))).Select(control => $"{control}: {Controls.ModesOf(control)[0]}")))} }}";
}
