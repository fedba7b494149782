using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Reads the name of one repository, without tag and digest.</summary>
internal static class PinnedRepository
{
    /// <summary>The repository in canonical form; what is wrong with it goes to <paramref name="problems"/>.</summary>
    public static string? Read(string? entry, ProblemList problems)
    {
        if (TrustedRegistry.Read(entry, problems, string.Empty) is null)
        {
            return null;
        }

        if (!entry!.Contains('/', StringComparison.Ordinal))
        {
            problems.Add(string.Empty, entry, "is a whole registry", "name one repository, such as registry.k8s.io/pause");
            return null;
        }

        return ImageReference.Parse(entry).Name;
    }
}
