using Pulumi;

namespace Hardening.Components;

/// <summary>A time at which Applications of a <see cref="GitOpsProject"/> may, or may not, be synced. At least one of applications, namespaces and clusters is stated.</summary>
public sealed class GitOpsSyncWindowArgs : ResourceArgs
{
    /// <summary><c>allow</c>, which denies all other times, or <c>deny</c>. Required.</summary>
    [Input("kind", required: true)]
    public string? Kind { get; set; }

    /// <summary>When it begins, as five fields of cron: minute, hour, day of the month, month, day of the week (0 to 6, Sunday is 0). Required.</summary>
    [Input("schedule", required: true)]
    public string? Schedule { get; set; }

    /// <summary>How long it lasts, in Go's units of at most hours: <c>90m</c>, <c>8h</c>. Required.</summary>
    [Input("duration", required: true)]
    public string? Duration { get; set; }

    /// <summary>The IANA time zone of <see cref="Schedule"/>, such as <c>Europe/Berlin</c>. Argo CD takes UTC where it does not know one. Default: UTC.</summary>
    [Input("timeZone")]
    public string? TimeZone { get; set; }

    /// <summary>Applications, by name or pattern.</summary>
    [Input("applications")]
    public List<string>? Applications { get; set; }

    /// <summary>Destination namespaces, by name or pattern.</summary>
    [Input("namespaces")]
    public List<string>? Namespaces { get; set; }

    /// <summary>Destination clusters, by name, API server or pattern.</summary>
    [Input("clusters")]
    public List<string>? Clusters { get; set; }

    /// <summary>True lets people sync by hand while syncing is denied. Default: false.</summary>
    [Input("manualSync")]
    public bool ManualSync { get; set; }

    /// <summary>True asks for all of applications, namespaces and clusters to match; false (the default) for any.</summary>
    [Input("andOperator")]
    public bool AndOperator { get; set; }

    /// <summary>True lets a sync that has begun go on when the window changes; Argo CD knows it from 3.5 on, and an older AppProject drops it. Default: false.</summary>
    [Input("syncOverrun")]
    public bool SyncOverrun { get; set; }

    /// <summary>What the window is for; at most 255 bytes in UTF-8.</summary>
    [Input("description")]
    public string? Description { get; set; }
}
