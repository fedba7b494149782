namespace Hardening.Preview.Rendering;

/// <summary>Names the places where a manifest would hold a secret or an unknown value.</summary>
internal static class HiddenValues
{
    public static void Report(CapturedResource resource, List<Finding> problems) => Visit(resource, resource.Inputs, "", problems);

    private static void Visit(CapturedResource resource, CapturedValue value, string path, List<Finding> problems)
    {
        if (value.IsSecret)
        {
            problems.Add(Finding.About(resource, FindingIds.RenderSecret, FindingSeverity.Error, path,
                "the manifest would hold a secret", "deliver it as a SealedSecret or leave it to pulumi up; rendered files never hold secrets"));
            return;
        }

        if (value.IsUnknown)
        {
            problems.Add(Finding.About(resource, FindingIds.RenderUnknown, FindingSeverity.Error, path,
                "the value is not known before the deployment", "use a value that the program knows, or leave the object to pulumi up"));
            return;
        }

        var index = 0;
        foreach (var item in value.ItemSpan)
        {
            Visit(resource, item, $"{path}[{index++}]", problems);
        }

        foreach (ref readonly var member in value.MemberSpan)
        {
            Visit(resource, member.Value, CapturedPath.Member(path, member.Name), problems);
        }
    }
}
