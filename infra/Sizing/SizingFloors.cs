using Hardening.Primitives;

namespace Hardening.Infra.Sizing;

/// <summary>How far numbers are lowered at most: below these a restart, an upgrade or a debugging session gets stuck, and nothing worth having is saved.</summary>
internal static class SizingFloors
{
    private static readonly Dictionary<string, (Quantity Cpu, Quantity Memory)> Floors = new(StringComparer.Ordinal)
    {
        ["defaultRequest"] = (Quantity.Parse("10m"), Quantity.Parse("32Mi")),
        ["default"] = (Quantity.Parse("100m"), Quantity.Parse("128Mi")),
        ["max"] = (Quantity.Parse("500m"), Quantity.Parse("512Mi")),
        ["requests"] = (Quantity.Parse("250m"), Quantity.Parse("512Mi")),
        ["limits"] = (Quantity.Parse("2"), Quantity.Parse("1Gi")),
    };

    /// <summary>The least number of a LimitRange's map, or of a quota's requests or limits.</summary>
    public static Quantity Of(string number, string resource) => resource is "cpu" ? Floors[number].Cpu : Floors[number].Memory;
}
