namespace Pulumi;

/// <remarks>Collections are made when somebody asks for them: most resources have none of them set.</remarks>
public abstract class ResourceOptions
{
    private InputList<Resource>? _dependsOn;
    private List<string>? _ignoreChanges;
    private List<string>? _replaceOnChanges;
    private List<ResourceTransformation>? _resourceTransformations;
    private List<ResourceTransform>? _resourceTransforms;
    private List<Input<Alias>>? _aliases;

    private protected ResourceOptions()
    {
    }

    public Input<string>? Id { get; set; }

    public Resource? Parent { get; set; }

    public InputList<Resource> DependsOn
    {
        get => _dependsOn ??= [];
        set => _dependsOn = value;
    }

    public bool? Protect { get; set; }

    public List<string> IgnoreChanges
    {
        get => _ignoreChanges ??= [];
        set => _ignoreChanges = value;
    }

    public string? Version { get; set; }

    public ProviderResource? Provider { get; set; }

    public CustomTimeouts? CustomTimeouts { get; set; }

    public List<ResourceTransformation> ResourceTransformations
    {
        get => _resourceTransformations ??= [];
        set => _resourceTransformations = value;
    }

    public List<ResourceTransform> ResourceTransforms
    {
        get => _resourceTransforms ??= [];
        set => _resourceTransforms = value;
    }

    public List<Input<Alias>> Aliases
    {
        get => _aliases ??= [];
        set => _aliases = value;
    }

    public List<string> ReplaceOnChanges
    {
        get => _replaceOnChanges ??= [];
        set => _replaceOnChanges = value;
    }

    public string? PluginDownloadURL { get; set; }

    public bool? RetainOnDelete { get; set; }

    public Resource? DeletedWith { get; set; }

    internal InputList<Resource>? DependsOnOrNull => _dependsOn;

    internal List<ResourceTransformation>? TransformationsOrNull => _resourceTransformations;

    internal List<Input<Alias>>? AliasesOrNull => _aliases;

    /// <summary>Takes over what other options set: single values replace, lists are appended.</summary>
    private protected void Absorb(ResourceOptions other)
    {
        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        Protect = other.Protect ?? Protect;
        Version = other.Version ?? Version;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        Append(ref _ignoreChanges, other._ignoreChanges);
        Append(ref _replaceOnChanges, other._replaceOnChanges);
        Append(ref _resourceTransformations, other._resourceTransformations);
        Append(ref _resourceTransforms, other._resourceTransforms);
        Append(ref _aliases, other._aliases);
        if (other._dependsOn is { IsEmpty: false } added)
        {
            _dependsOn = _dependsOn?.Concat(added) ?? added.Clone();
        }
    }

    private protected static void Append<T>(ref List<T>? target, List<T>? added)
    {
        if (added is { Count: > 0 })
        {
            (target ??= []).AddRange(added);
        }
    }
}
