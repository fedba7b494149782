using Hardening.Components;

namespace Hardening.Infra.Plans.Reading;

/// <summary>Reads <c>hardening:dashboard</c>.</summary>
internal static class DashboardReader
{
    public static DashboardAccessArgs? Read(PlanObject? section, RolloutPlan rollout)
    {
        if (section is null)
            return null;
        var args = new DashboardAccessArgs
        {
            Mode = rollout.ModeOf(Controls.DashboardAccess),
            RoleName = section.Text("roleName"),
            ServiceAccount = ReadAccount(section.Object("serviceAccount")),
            Groups = section.TextsOrNull("groups"),
            Users = section.TextsOrNull("users"),
            ChartValue = section.Text("chartValue"),
            Read = section.ObjectsOrNull("read")?.ConvertAll(ReadRead),
            Write = section.ObjectsOrNull("write")?.ConvertAll(ReadWrite),
            Labels = section.TextMap("labels"),
        };
        section.Done<DashboardAccessArgs>();
        return args;
    }

    private static DashboardServiceAccountArgs? ReadAccount(PlanObject? item)
    {
        if (item is null)
            return null;
        var args = new DashboardServiceAccountArgs { Namespace = item.Text("namespace"), Name = item.Text("name") };
        item.Done<DashboardServiceAccountArgs>();
        return args;
    }

    private static DashboardReadArgs ReadRead(PlanObject item)
    {
        var args = new DashboardReadArgs { ApiGroups = item.TextsOrNull("apiGroups"), Resources = item.TextsOrNull("resources") };
        item.Done<DashboardReadArgs>();
        return args;
    }

    private static DashboardWriteArgs ReadWrite(PlanObject item)
    {
        var args = new DashboardWriteArgs
        {
            ApiGroups = item.TextsOrNull("apiGroups"),
            Resources = item.TextsOrNull("resources"),
            Verbs = item.TextsOrNull("verbs", DashboardAccess.WriteVerbs),
            ResourceNames = item.TextsOrNull("resourceNames"),
            Reason = item.Text("reason"),
        };
        item.Done<DashboardWriteArgs>();
        return args;
    }
}
