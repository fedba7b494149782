using System.Text.Json;
using Hardening.Components.Tests.Images;

namespace Hardening.Components.Tests.Registries;

/// <summary>The table that the C# rules and the CEL of every engine are held against.</summary>
internal sealed record ImageTable(List<string> Registries, List<string> ExcludedNamespaces, List<ImageException> Exceptions, List<ImageRow> Rows)
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
}
