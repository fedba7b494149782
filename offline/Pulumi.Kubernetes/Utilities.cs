namespace Pulumi.Kubernetes;

internal static class Utilities
{
    /// <summary>The version of the official package whose part this is: resources ask for the provider of this version.</summary>
    public const string Version = "4.32.0";

    /// <summary>What the official classes set on every resource; the options given win, and are not changed themselves.</summary>
    public static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id, params ReadOnlySpan<string> aliasTypes)
    {
        var defaults = new CustomResourceOptions { Version = Version };
        foreach (var type in aliasTypes)
        {
            defaults.Aliases.Add(new Alias { Type = type });
        }

        var merged = CustomResourceOptions.Merge(defaults, options);
        merged.Id = id ?? merged.Id;
        return merged;
    }

    /// <summary>Null when the variable is absent or does not say yes or no.</summary>
    public static bool? GetEnvBoolean(string name)
        => Environment.GetEnvironmentVariable(name) switch
        {
            "1" or "t" or "T" or "true" or "TRUE" or "True" => true,
            "0" or "f" or "F" or "false" or "FALSE" or "False" => false,
            _ => null,
        };
}
