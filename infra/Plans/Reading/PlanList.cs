using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Plans.Reading;

/// <summary>Reads lists of the plan.</summary>
internal static class PlanList
{
    /// <summary>The objects of a list; an item of another type is a problem and left out.</summary>
    public static List<PlanObject> Objects(ConfigNode list, string path, PlanProblems problems)
    {
        var objects = new List<PlanObject>(list.Items.Count);
        for (var index = 0; index < list.Items.Count; index++)
        {
            var item = list.Items[index];
            var at = $"{path}[{index}]";
            if (item.Kind is ConfigKind.Object)
                objects.Add(new PlanObject(item, at, problems));
            else
                problems.Add(at, PlanProblems.Shown(item), PlanProblems.NotA("a mapping", item), problems.TypeFix("a mapping", item));
        }

        return objects;
    }
}
