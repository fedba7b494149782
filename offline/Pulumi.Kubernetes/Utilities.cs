namespace Pulumi.Kubernetes;

internal static class Utilities
{
    /// <summary>The version of the official package whose part this is: resources ask for the provider of this version.</summary>
    public const string Version = "4.32.0";

    /// <summary>What the official class sets; the options given win, and are not changed themselves.</summary>
    public static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)
    {
        var merged = CustomResourceOptions.Merge(new CustomResourceOptions { Version = Version }, options);
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
