using System.Text.Json;

namespace Hardening.Components.Tests.Registries;

/// <summary>The table that the C# rules and the CEL of every engine are held against.</summary>
internal sealed record ImageTable(List<string> Registries, List<string> ExcludedNamespaces, List<ImageTable.Exception> Exceptions, List<ImageRow> Rows)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static ImageTable Read() =>
        JsonSerializer.Deserialize<ImageTable>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Registries", "images.json")), Options)!;

    /// <summary>The arguments of an allowlist that the table was written for.</summary>
    public RegistryAllowlistArgs ToArgs(string engine) => new()
    {
        Registries = Registries,
        ExcludedNamespaces = ExcludedNamespaces,
        Engine = engine,
        Mode = Rollout.Enforce,
        Cluster = new ClusterFactsArgs
        {
            KubernetesVersion = "1.34",
            KyvernoVersion = engine == PolicyEngine.KyvernoClusterPolicy ? "1.16.2" : "1.19.0",
            KyvernoPolicyExceptions = true,
            KyvernoExceptionNamespace = "kyverno",
        },
        Exceptions = [.. Exceptions.Select(exception => exception.ToArgs())],
    };

    internal sealed record Exception(string Name, string Namespace, List<string>? Images, string? Selector, string Reason, string Owner, string Expires)
    {
        public RegistryExceptionArgs ToArgs() =>
            new() { Name = Name, Namespace = Namespace, Images = Images, Selector = Selector, Reason = Reason, Owner = Owner, Expires = Expires };
    }
}
