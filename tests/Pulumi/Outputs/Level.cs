namespace Pulumi.Tests.Outputs;

internal enum Level
{
    Low,
    High,
}
