using Hardening.Preview;

namespace Hardening.Infra.Tests.Stacks;

/// <summary>Argo CD applies what <c>render</c> wrote: the project that both stacks describe permits every object of theirs.</summary>
public sealed class OwnProjectTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_project_of_the_plan_permits_what_the_plan_makes(string stack)
    {
        var capture = await RepositoryStack.CaptureAsync(stack);
        var made = capture.Resources.Where(resource => resource is { IsManifest: true, IsPatch: false }).ToList();
        var project = Assert.Single(made, resource => resource.Kind == "AppProject").Inputs["spec"]!;
        var kinds = project["clusterResourceWhitelist"]!.Items.Select(item => (Group: item["group"]!.Text, Kind: item["kind"]!.Text)).ToList();
        var namespaces = project["destinations"]!.Items.Select(item => item["namespace"]!.Text).ToList();

        var missed = made.Where(resource => resource.ObjectNamespace is { } space
                ? !namespaces.Contains(space, StringComparer.Ordinal)
                : !kinds.Exists(item => item.Group == GroupOf(resource) && (item.Kind == resource.Kind || item.Kind == "*")))
            .Select(resource => $"{resource.ApiVersion} {resource.Kind} {resource.ObjectNamespace}/{resource.ObjectName}");

        Assert.Null(project["namespaceResourceWhitelist"]);
        Assert.Equal("", string.Join('\n', missed));
    }

    private static string GroupOf(CapturedResource resource) => resource.ApiVersion!.Contains('/', StringComparison.Ordinal) ? resource.ApiVersion.Split('/')[0] : string.Empty;
}
