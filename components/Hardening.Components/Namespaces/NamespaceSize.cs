namespace Hardening.Components;

/// <summary>Sizes of a <see cref="HardenedNamespace"/>; the numbers are in <see cref="NamespaceSizes"/>.</summary>
public static class NamespaceSize
{
    /// <summary>A few small stateless pods.</summary>
    public const string Small = "Small";

    /// <summary>An ordinary application with its database.</summary>
    public const string Medium = "Medium";

    /// <summary>Monitoring, inference, build workers.</summary>
    public const string Large = "Large";

    /// <summary>Every size.</summary>
    public static IReadOnlyList<string> All { get; } = [Small, Medium, Large];
}
