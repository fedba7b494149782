using Pulumi;

namespace Hardening.Components;

/// <summary>Workloads that a policy about images lets use images that it refuses otherwise, for a reason and for a time.</summary>
public sealed class ImageExceptionArgs : ResourceArgs
{
    /// <summary>The exception's name, unique in its list. Default: the namespace.</summary>
    [Input("name")]
    public string? Name { get; set; }

    /// <summary>The namespace of the workloads. Required.</summary>
    [Input("namespace", required: true)]
    public string? Namespace { get; set; }

    /// <summary>The images that pass, as registries or parts of them: <c>registry.local:5000/team/app</c>. Those that pass anyway need not be listed. Empty: every image.</summary>
    [Input("images")]
    public List<string>? Images { get; set; }

    /// <summary>Which pods of the namespace, by their labels, as <c>kubectl -l</c> reads it: <c>app=web,tier in (a,b)</c>. Empty: all of them.</summary>
    [Input("selector")]
    public string? Selector { get; set; }

    /// <summary>Why, in a sentence for the next reader. Required.</summary>
    [Input("reason", required: true)]
    public string? Reason { get; set; }

    /// <summary>Who answers for it. Required.</summary>
    [Input("owner", required: true)]
    public string? Owner { get; set; }

    /// <summary>The last day on which it holds, as <c>2027-03-31</c>. Required; Kyverno's <c>ValidatingPolicy</c> ends it by itself, the other engines do not.</summary>
    [Input("expires", required: true)]
    public string? Expires { get; set; }
}
