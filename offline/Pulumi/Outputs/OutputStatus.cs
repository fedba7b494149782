namespace Pulumi;

internal enum OutputStatus
{
    Settled,
    Pending,
    Failed,
}
