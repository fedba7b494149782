using System.Reflection;

namespace Pulumi.Tests.Surface;

/// <summary>
/// Code that compiles against the offline runtime compiles against the official packages, because the runtime has nothing that they lack.
/// On the official SDK the same tests show that the listings, and the way they are read here, are the truth.
/// </summary>
public class SurfaceTests
{
    private static readonly Assembly Core = typeof(Deployment).Assembly;
    private static readonly Assembly Kubernetes = typeof(Pulumi.Kubernetes.Core.V1.Namespace).Assembly;
    private static readonly Listing CoreListing = Listing.Read("Pulumi-3.112.1.txt");
    private static readonly Listing KubernetesListing = Listing.Read("Pulumi.Kubernetes-4.32.0.txt");

    private static readonly bool IsOffline = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        .Any(a => a is { Key: "PulumiSdk", Value: "offline" });

    [Fact]
    public void Every_public_type_of_Pulumi_is_an_official_type() =>
        Assert.All(Core.GetExportedTypes(), t => Assert.True(CoreListing.Has(t), $"{t} is not in the listing."));

    [Fact]
    public void Every_public_member_of_Pulumi_is_an_official_member() =>
        AssertNone(Core.GetExportedTypes().SelectMany(CoreListing.MissingMembers));

    /// <summary>The listing names the kinds in use; the official package has hundreds more.</summary>
    [Fact]
    public void Every_public_type_of_Pulumi_Kubernetes_is_an_official_type_in_use() =>
        Assert.All(Kubernetes.GetExportedTypes(), t => Assert.True(!IsOffline || KubernetesListing.Has(t), $"{t} is not in the listing."));

    [Fact]
    public void Every_public_member_of_Pulumi_Kubernetes_is_an_official_member() =>
        AssertNone(Kubernetes.GetExportedTypes().SelectMany(KubernetesListing.MissingMembers));

    [Theory]
    [InlineData(typeof(Output<>), "public method Apply<TResult>(System.Func<T, Pulumi.Output<TResult>?> func) : Pulumi.Output<TResult>")]
    [InlineData(typeof(InputMap<>), "public property Item[string key] : Pulumi.Input<TValue> { set; }")]
    [InlineData(typeof(CustomResource), "[Output(\"id\")] public property Id : Pulumi.Output<string> { get; }")]
    public void The_printer_writes_members_as_the_listing_does(Type type, string line) =>
        Assert.Contains(TypePrinter.Members(type), m => m == line);

    private static void AssertNone(IEnumerable<string> members)
    {
        var missing = members.ToList();
        Assert.True(missing.Count == 0, $"{missing.Count} members that the listing does not have:\n{string.Join('\n', missing)}");
    }
}
