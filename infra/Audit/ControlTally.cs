namespace Hardening.Infra.Audit;

/// <summary>What came of judging by one control.</summary>
/// <param name="Control">The control.</param>
/// <param name="Unit">What was counted.</param>
/// <param name="Judged">How many were judged.</param>
/// <param name="Refused">How many of them would break.</param>
internal sealed record ControlTally(string Control, string Unit, int Judged, int Refused)
{
    public const string Workloads = "workloads";
    public const string Namespaces = "namespaces";
    public const string Connections = "connections";

    public int Passing => Judged - Refused;
}
