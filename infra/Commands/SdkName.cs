using System.Reflection;

namespace Hardening.Infra.Commands;

/// <summary>Which Pulumi SDK the program was built with.</summary>
internal static class SdkName
{
    private const string MetadataKey = "PulumiSdk";

    /// <summary>The line for standard error.</summary>
    public static string Line => Name is "official"
        ? "Running on the official Pulumi SDK."
        : "Running on the offline runtime: previews and renders, never deploys (-p:PulumiSdk=official does).";

    private static string Name =>
        typeof(SdkName).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(attribute => attribute.Key == MetadataKey)?.Value ?? "offline";
}
