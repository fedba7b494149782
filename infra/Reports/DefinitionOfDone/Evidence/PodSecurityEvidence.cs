using Hardening.Components;
using Hardening.Infra.Plans;

namespace Hardening.Infra.Reports.DefinitionOfDone.Evidence;

/// <summary>Pod Security: the namespace's label of the level that is enforced; without it those that warn or audit.</summary>
internal sealed class PodSecurityEvidence() : NamespaceEvidence(NamespaceControl.PodSecurity)
{
    private const string Prefix = "pod-security.kubernetes.io/";
    private static readonly string[] Modes = ["enforce", "warn", "audit"];

    protected override DoneLine Line(DoneFacts facts, NamespacePlan space)
    {
        foreach (var made in facts.Objects("Namespace", null).Where(made => made.ObjectName == space.Name))
        {
            if (Modes.Select(mode => (Mode: mode, Level: made.Inputs["metadata"]?["labels"]?[Prefix + mode])).FirstOrDefault(label => label.Level is not null) is not (var mode, { } level))
                continue;
            var evidence = EvidenceText.Of(made, $"metadata.labels[{Prefix}{mode}]", level);
            if (level.Text == PodSecurityLevel.Privileged)
                return Missing(space, evidence + " refuses nothing", "podSecurity.level");
            return mode == Modes[0] ? Done(space, evidence) : Watching(space, evidence);
        }

        return Missing(space, $"no Namespace {space.Name} with a label of Pod Security", "podSecurity.level");
    }
}
