using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Hardening.RoundTrip.Support;

/// <summary>The samples, the rendered trees and the C# imported from both.</summary>
internal static partial class Files
{
    private static readonly string Imported = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().First(data => data.Key == "Imported").Value!;

    public static string Samples => Path.Combine(Path.GetDirectoryName(Here())!, "..", "Samples");

    public static string Tree(params string[] parts) => Path.Combine([Imported, "trees", .. parts]);

    public static string Text(string imported) => File.ReadAllText(Path.Combine(Imported, imported));

    /// <summary>The configuration keys that imported C# asks for.</summary>
    public static IEnumerable<string> SecretKeys(string imported) => RequiredSecret().Matches(Text(imported)).Select(match => match.Groups["key"].Value);

    private static string Here([CallerFilePath] string file = "") => file;

    [GeneratedRegex("RequireSecret\\(\"(?<key>[^\"]+)\"\\)", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex RequiredSecret();
}
