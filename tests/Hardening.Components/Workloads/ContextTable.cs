using System.Text.Json;

namespace Hardening.Components.Tests.Workloads;

/// <summary>The table that the C# rules of security contexts and the CEL of every engine are held against; what it says is refused holds for the strictest profile.</summary>
internal sealed record ContextTable(int RunAsUser, List<string> AddCapabilities, List<ContextRow> Rows)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Every profile that demands something.</summary>
    public static IReadOnlyList<string> Profiles { get; } = [SecurityProfile.RestrictedReadOnly, SecurityProfile.Restricted, SecurityProfile.DropAll];

    public static ContextTable Read() => JsonSerializer.Deserialize<ContextTable>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Workloads", "contexts.json")), Options)!;

    /// <summary>The user that the policy of a profile demands: one profile demands none, so that both texts are evaluated.</summary>
    public int? UserOf(string profile) => profile == SecurityProfile.Restricted ? null : RunAsUser;

    public WorkloadSecurityArgs ToArgs(string engine, string profile) => new()
    {
        Namespace = "shop",
        Workload = "web",
        PodSelector = new(StringComparer.Ordinal) { ["app"] = "web" },
        Profile = profile,
        RunAsUser = UserOf(profile),
        AddCapabilities = AddCapabilities,
        Reason = "It needs a low port.",
        Engine = engine,
        Mode = Rollout.Enforce,
        Cluster = new() { KubernetesVersion = "1.34", KyvernoVersion = "1.19.0" },
    };
}
