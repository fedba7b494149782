using Hardening.Components;

namespace Hardening.Infra.Plans.Reading;

/// <summary>Reads <c>hardening:exceptions</c>, and the namespaces that a policy about pods leaves alone.</summary>
internal static class ExceptionsReader
{
    private static readonly string[] ExceptionControls = [Controls.RegistryAllowlist, Controls.ImagePinning];

    public static ExceptionPlan Read(PlanObject item)
    {
        item.Require("control", $"write one of {string.Join(", ", ExceptionControls)}");
        var control = item.OneOf("control", ExceptionControls);
        var exception = new ImageExceptionArgs
        {
            Name = item.Text("name"),
            Namespace = item.Text("namespace"),
            Images = item.TextsOrNull("images"),
            Selector = item.Text("selector"),
            Reason = item.Text("reason"),
            Owner = item.Text("owner"),
            Expires = item.Day("expires"),
        };
        if (exception.Images is { Count: 0 })
            item.Problems.Add(item.PathOf("images"), null, "is empty, which would except every image", "list the images, or leave the key out if every image is meant");
        item.Done<ImageExceptionArgs>();
        return new ExceptionPlan(control, exception, item.Path);
    }

    /// <summary>What a policy leaves alone: the namespaces of its section, and those exceptions that are its own.</summary>
    public static PolicyExemptions ReadExemptions(PlanObject section, string control, IReadOnlyList<ExceptionPlan> exceptions)
    {
        var reasons = new List<ExemptionArgs>();
        var namespaces = section.ObjectsOrNull(PolicyExemptions.NamespacesKey)?.ConvertAll(item => ReadNamespace(item, control, reasons));
        return new PolicyExemptions(section.Path, namespaces, reasons, exceptions.Where(exception => exception.Control == control).ToList());
    }

    private static string ReadNamespace(PlanObject item, string control, List<ExemptionArgs> reasons)
    {
        var name = item.RequiredText("namespace", "name the namespace");
        var reason = new ExemptionArgs
        {
            Control = control,
            Reason = item.Text("reason"),
            Owner = item.Text("owner"),
            Expires = item.Day("expires"),
        };
        var rules = new ProblemList();
        reason.Check(rules.At(item.Path), [control]);
        foreach (var problem in rules.Problems)
            item.Problems.Add(problem);
        reasons.Add(reason);
        item.Done<ExemptionArgs>();
        return name;
    }
}
