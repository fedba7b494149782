namespace Hardening.Preview.Capture;

/// <summary>Adds what the SDK or the engine adds to a resource after its transformations ran: default parents, inherited protection, URNs, expanded dependencies.</summary>
internal sealed class ResourceGraph
{
    private const string StackType = "pulumi:pulumi:Stack";

    private readonly CaptureOptions _options;
    private readonly Recording[] _recordings;
    private readonly Dictionary<Resource, CapturedResource> _captured;

    public ResourceGraph(CaptureOptions options, Recording[] recordings)
    {
        _options = options;
        _recordings = recordings;
        _captured = new Dictionary<Resource, CapturedResource>(recordings.Length, ReferenceEqualityComparer.Instance);
        foreach (var recording in recordings)
        {
            _captured[recording.Resource] = recording.Captured;
        }
    }

    public void Complete(List<Finding> warnings)
    {
        var stack = _recordings.FirstOrDefault(static recording => recording.Resource is Stack)?.Captured;
        foreach (var recording in _recordings)
        {
            Describe(recording, stack);
        }

        foreach (var recording in _recordings)
        {
            AddDependencies(recording);
            foreach (var dropped in recording.Walk.Dropped)
            {
                var (type, member) = (dropped.Class, dropped.Member);
                warnings.Add(Finding.About(recording.Captured, FindingIds.InputDropped, FindingSeverity.Warning, member.Name,
                    $"{type.Name} derives from a class that keeps {member.Name} in a private member, which the Pulumi SDK does not send",
                    $"use {type.BaseType!.Name} itself"));
            }
        }
    }

    private void Describe(Recording recording, CapturedResource? stack)
    {
        var captured = recording.Captured;
        var options = recording.Options;
        captured.IsStack = recording.Resource is Stack;
        captured.IsComponent = recording.Resource is ComponentResource;
        captured.IsProvider = recording.Resource is ProviderResource;
        captured.ReadId = recording.Id.Text is { Length: > 0 } id ? id : null;
        captured.IsRead = captured.ReadId is not null || (recording.Id.IsUnknown && recording.Resource is CustomResource);
        captured.RetainOnDelete = options.RetainOnDelete == true;
        captured.Parent = options.Parent is not null ? _captured.GetValueOrDefault(options.Parent) : captured.IsStack ? null : stack;
        captured.Protect = options.Protect ?? (options.Parent is not null && captured.Parent?.Protect == true);
        captured.Inputs = WithSecretData(recording.Inputs);
        captured.IsPatch = captured.Kind is { } kind && captured.Type.EndsWith(":" + kind + "Patch", StringComparison.Ordinal);
        captured.Urn = Urn(captured);
        captured.Parent?.ChildList.Add(captured);
    }

    /// <summary>What a Secret holds is secret whether the program says so or not.</summary>
    private static CapturedValue WithSecretData(CapturedValue inputs)
    {
        if (inputs["kind"]?.Text != "Secret" || inputs["apiVersion"]?.Text != "v1")
        {
            return inputs;
        }

        var members = inputs.MemberSpan.ToArray();
        for (var i = 0; i < members.Length; i++)
        {
            if (members[i].Name is "data" or "stringData")
            {
                members[i] = members[i] with { Value = members[i].Value.AsSecret() };
            }
        }

        return CapturedValue.FromOrderedMembers(members);
    }

    private string Urn(CapturedResource resource)
    {
        var type = resource.Type;
        for (var parent = resource.Parent; parent is not null && parent.Type != StackType; parent = parent.Parent)
        {
            type = $"{parent.Type}${type}";
        }

        return $"urn:pulumi:{_options.Stack}::{_options.Project}::{type}::{resource.Name}";
    }

    private void AddDependencies(Recording recording)
    {
        var written = recording.DependsOn.IsCompletedSuccessfully ? recording.DependsOn.Result : [];
        if (written.Length == 0 && recording.Walk.Dependencies.Count == 0)
        {
            return;
        }

        recording.Captured.DependsOnAsWritten = Sorted(written.Select(resource => _captured.GetValueOrDefault(resource)).OfType<CapturedResource>());
        var reached = new HashSet<CapturedResource>();
        foreach (var resource in written.Concat(recording.Walk.Dependencies))
        {
            if (_captured.TryGetValue(resource, out var captured))
            {
                Expand(captured, reached);
            }
        }

        reached.Remove(recording.Captured);
        recording.Captured.DependsOn = Sorted(reached.Where(static resource => !resource.IsComponent));
    }

    /// <summary>A component stands for the custom resources below it; below a custom resource the search ends.</summary>
    private static void Expand(CapturedResource resource, HashSet<CapturedResource> reached)
    {
        if (!reached.Add(resource) || !resource.IsComponent)
        {
            return;
        }

        foreach (var child in resource.Children)
        {
            Expand(child, reached);
        }
    }

    private static CapturedResource[] Sorted(IEnumerable<CapturedResource> resources)
        => [.. resources.Distinct().OrderBy(static resource => resource.Urn, StringComparer.Ordinal)];
}
