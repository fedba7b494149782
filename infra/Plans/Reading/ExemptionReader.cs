using Hardening.Components;

namespace Hardening.Infra.Plans.Reading;

/// <summary>Reads exemptions. What has to be in one is the components' rule, not repeated here.</summary>
internal static class ExemptionReader
{
    public static List<ExemptionArgs>? Read(PlanObject owner) => owner.ObjectsOrNull("exemptions")?.ConvertAll(ReadOne);

    private static ExemptionArgs ReadOne(PlanObject item)
    {
        var exemption = new ExemptionArgs
        {
            Control = item.Text("control", NamespaceControl.All),
            Reason = item.Text("reason"),
            Owner = item.Text("owner"),
            Expires = item.Day("expires"),
        };
        item.Done<ExemptionArgs>();
        return exemption;
    }
}
