namespace Pulumi;

internal static class EngineNeeded
{
    /// <summary>Why a program cannot be deployed with this runtime, and what to do about it.</summary>
    public static InvalidOperationException Exception()
        => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("PULUMI_MONITOR"))
            ? new InvalidOperationException("Program run without the Pulumi engine available; re-run using the `pulumi` CLI")
            : new InvalidOperationException(
                "This program was built with the offline Pulumi runtime, which previews and tests but never deploys. Build it with "
                + "`-p:PulumiSdk=official` (for the pulumi CLI: set the environment variable PulumiSdk=official), with a NuGet source "
                + "that carries Pulumi and Pulumi.Kubernetes.");
}
