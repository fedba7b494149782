using System.Globalization;
using System.Text;
using Hardening.Primitives;

namespace Hardening.Preview.Checks;

/// <summary>What the API server asks of every object, whatever its kind (<c>k8s.io/apimachinery</c>: names, labels, annotations; etcd: size).</summary>
internal static class ObjectRules
{
    private const int MaxAnnotations = 256 * 1024;
    private const int MaxData = 1024 * 1024;

    // etcd refuses requests of more than 1.5 MiB; the API server adds managed fields of its own.
    private const int MaxObject = 1024 * 1024 + (MaxData / 4);

    public static void Check(CapturedResource resource, bool? isNamespaced, List<Finding> findings)
    {
        var metadata = resource.Inputs["metadata"];
        if (metadata?["name"]?.Text is { } name && NameRules.Violation(resource, name) is { } violation)
        {
            findings.Add(Finding.About(resource, FindingIds.NameInvalid, FindingSeverity.Error, "metadata.name", violation + Got(metadata, "name", name), "give it another name"));
        }

        CheckNamespace(resource, metadata, isNamespaced, findings);
        CheckLabels(resource, metadata?["labels"], findings);
        CheckAnnotations(resource, metadata?["annotations"], findings);
        CheckSize(resource, findings);
        InexactNumbers.Check(resource, findings);
    }

    private static void CheckNamespace(CapturedResource resource, CapturedValue? metadata, bool? isNamespaced, List<Finding> findings)
    {
        var ns = metadata?["namespace"];
        if (ns?.Text is { } text && KubernetesName.CheckLabel(text) is { } violation)
        {
            findings.Add(Finding.About(resource, FindingIds.NamespaceInvalid, FindingSeverity.Error, "metadata.namespace", violation + Got(metadata!, "namespace", text), "give the name of a namespace"));
        }

        if (isNamespaced == true && ns is null)
        {
            findings.Add(Finding.About(resource, FindingIds.NamespaceMissing, FindingSeverity.Warning, "metadata.namespace",
                $"{resource.Kind} lives in a namespace, and none is given: it goes to whatever namespace the provider or the kubectl context has", "set metadata.namespace"));
        }
        else if (isNamespaced == false && ns is not null)
        {
            findings.Add(Finding.About(resource, FindingIds.NamespaceInvalid, FindingSeverity.Error, "metadata.namespace",
                $"{resource.Kind} is cluster-scoped and has no namespace", "remove metadata.namespace"));
        }
    }

    private static string Got(CapturedValue metadata, string member, string text)
        => metadata.IsSecret || metadata[member]!.IsSecret ? " (the value is secret)" : $" (got \"{text}\")";

    private static void CheckLabels(CapturedResource resource, CapturedValue? labels, List<Finding> findings)
    {
        if (labels is null)
        {
            return;
        }

        foreach (ref readonly var label in labels.MemberSpan)
        {
            if (KubernetesName.CheckLabelKey(label.Name) is { } key)
            {
                findings.Add(Finding.About(resource, FindingIds.LabelInvalid, FindingSeverity.Error, "metadata.labels", $"{key} (got \"{label.Name}\")", "rename the label"));
            }

            if (label.Value.Text is { } value && KubernetesName.CheckLabelValue(value) is { } violation)
            {
                var got = label.Value.IsSecret || labels.IsSecret ? "" : $" (got \"{value}\")";
                findings.Add(Finding.About(resource, FindingIds.LabelInvalid, FindingSeverity.Error,
                    CapturedPath.Member("metadata.labels", label.Name), violation + got, "give another value, or make it an annotation"));
            }
        }
    }

    private static void CheckAnnotations(CapturedResource resource, CapturedValue? annotations, List<Finding> findings)
    {
        if (annotations is null)
        {
            return;
        }

        long size = 0;
        foreach (ref readonly var annotation in annotations.MemberSpan)
        {
            size += Encoding.UTF8.GetByteCount(annotation.Name) + Encoding.UTF8.GetByteCount(annotation.Value.Text ?? "");

            // Unlike a label's, an annotation's key may have capital letters before the slash.
            if (KubernetesName.CheckLabelKey(annotation.Name.ToLowerInvariant()) is { } key)
            {
                findings.Add(Finding.About(resource, FindingIds.AnnotationInvalid, FindingSeverity.Error, "metadata.annotations", $"{key} (got \"{annotation.Name}\")", "rename the annotation"));
            }
        }

        if (size > MaxAnnotations)
        {
            findings.Add(Finding.About(resource, FindingIds.AnnotationInvalid, FindingSeverity.Error, "metadata.annotations",
                string.Create(CultureInfo.InvariantCulture, $"all annotations together may have {MaxAnnotations} bytes, and have {size}"), "move the large ones into a ConfigMap"));
        }
    }

    private static void CheckSize(CapturedResource resource, List<Finding> findings)
    {
        var isData = resource.ApiVersion == "v1" && resource.Kind is "ConfigMap" or "Secret";
        var limit = isData ? MaxData : MaxObject;
        var size = ObjectSize.Of(resource.Inputs);
        if (size > limit)
        {
            findings.Add(Finding.About(resource, FindingIds.ObjectTooLarge, FindingSeverity.Error, null,
                string.Create(CultureInfo.InvariantCulture, $"a {resource.Kind} may have about {limit} bytes, and this one has {size}"), "split it"));
        }
    }
}
