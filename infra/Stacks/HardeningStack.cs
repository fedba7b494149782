using System.Collections.Immutable;
using Hardening.Components;
using Hardening.Infra.Plans;
using Pulumi;

namespace Hardening.Infra.Stacks;

/// <summary>The plan's hardening phase as a Pulumi stack.</summary>
public sealed class HardeningStack : Stack
{
    private const string PhaseName = "hardening";

    /// <summary>The stack of an engine: the plan comes from the stack's configuration.</summary>
    public HardeningStack()
        : this(EnginePlan.Read())
    {
    }

    internal HardeningStack(HardeningPlan plan, StackOptions? options = null)
        : base(options)
    {
        var phase = (plan.Phase ?? HardeningPhase.Check(new PhasePlan(plan).Args)).Create(PhaseName);
        Namespaces = phase.Namespaces;
        Modes = Output.Create(Controls.All.ToImmutableDictionary(control => control, plan.Rollout.ModeOf, StringComparer.Ordinal));
    }

    /// <summary>The managed namespaces.</summary>
    [Output("namespaces")]
    public Output<ImmutableArray<string>> Namespaces { get; private set; }

    /// <summary>How far each control has been rolled out; single namespaces may differ.</summary>
    [Output("modes")]
    public Output<ImmutableDictionary<string, string>> Modes { get; private set; }
}
