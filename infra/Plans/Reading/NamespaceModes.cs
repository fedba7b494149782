namespace Hardening.Infra.Plans.Reading;

/// <summary>The modes of one namespace: its own where it has any, else those of the rollout.</summary>
internal sealed class NamespaceModes
{
    private const string Key = "modes";

    private readonly Dictionary<string, string> _own;
    private readonly RolloutPlan _rollout;
    private readonly string _path;

    private NamespaceModes(Dictionary<string, string> own, RolloutPlan rollout, string path) => (_own, _rollout, _path) = (own, rollout, path);

    public static NamespaceModes Read(PlanObject space, RolloutPlan rollout) =>
        new(space.Object(Key) is { } modes ? RolloutReader.ReadModes(modes, Controls.OfNamespaces) : [], rollout, space.PathOf(Key));

    public string Of(string control) => _own.TryGetValue(control, out var mode) ? mode : _rollout.ModeOf(control);

    /// <summary>Where the plan states the mode of a control.</summary>
    public string PathOf(string control) => $"{(_own.ContainsKey(control) ? _path : PlanSections.Rollout)}.{control}";
}
