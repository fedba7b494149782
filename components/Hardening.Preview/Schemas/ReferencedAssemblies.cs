using System.Collections.Concurrent;
using System.Reflection;

namespace Hardening.Preview.Schemas;

/// <summary>What an assembly refers to, at any distance, and the process has not loaded yet: a library of types may be needed for its tables alone.</summary>
internal static class ReferencedAssemblies
{
    private static readonly string[] WithoutTables = ["System.", "Microsoft.", "mscorlib", "netstandard", "Pulumi.Kubernetes,", "Google.", "Grpc."];

    private static readonly ConcurrentDictionary<Assembly, bool> Done = new();

    /// <summary>Loads what <paramref name="start"/> refers to, once; a catalog then finds the tables.</summary>
    public static void EnsureLoaded(Assembly start)
    {
        if (!Done.TryAdd(start, true))
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<Assembly>([start]);
        while (waiting.TryDequeue(out var next))
        {
            foreach (var name in next.GetReferencedAssemblies())
            {
                if (!Array.Exists(WithoutTables, prefix => name.FullName.StartsWith(prefix, StringComparison.Ordinal)) && seen.Add(name.FullName) && Load(name) is { } assembly)
                {
                    waiting.Enqueue(assembly);
                }
            }
        }
    }

    private static Assembly? Load(AssemblyName name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException)
        {
            // A reference that is not there is none of ours to report: whoever uses it does.
            return null;
        }
    }
}
