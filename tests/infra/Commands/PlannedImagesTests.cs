using Hardening.Infra.Tests.StackFiles;

namespace Hardening.Infra.Tests.Commands;

/// <summary>The images that a plan's workloads run are held against its own policies before anything is enforced.</summary>
public sealed class PlannedImagesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public PlannedImagesTests() => _folder.Write("Pulumi.yaml", "name: hardening\nruntime: dotnet\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_image_that_a_policy_refuses_is_a_finding_whatever_the_policys_mode()
    {
        var run = await PreviewAsync("[docker.io/library/nginx:1.29.3, evil.example/x:1.2.3, quay.io/a/b:latest]");

        Assert.Equal(1, run.Code);
        Assert.Contains(
            "hardening:namespaces[0].workloads[0].images[1]: evil.example/x:1.2.3 of web in shop is refused by registry-allowlist: it comes from evil.example/x, which is below none of docker.io, quay.io; "
            + "trust its registry in hardening:registries.trusted, or write an exception below hardening:exceptions (Pulumi.dev.yaml:12)",
            run.Out,
            StringComparison.Ordinal);
        Assert.Contains(
            "hardening:namespaces[0].workloads[0].images[2]: quay.io/a/b:latest of web in shop is refused by image-pinning: it has the tag latest, which names no complete version, day, commit or build; "
            + "name one build of it, or write an exception below hardening:exceptions (Pulumi.dev.yaml:12)",
            run.Out,
            StringComparison.Ordinal);
        Assert.DoesNotContain("nginx", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_excuses_the_workload_with_its_labels()
    {
        const string exception = """
              hardening:exceptions:
                - { control: registry-allowlist, namespace: shop, selector: app=web, reason: moves in spring, owner: shop, expires: 2027-03-31 }
            """;

        Assert.Equal(0, (await PreviewAsync("[evil.example/x:1.2.3]", exception)).Code);
        Assert.Equal(1, (await PreviewAsync("[evil.example/x:1.2.3]", exception.Replace("app=web", "app=other", StringComparison.Ordinal))).Code);
    }

    [Fact]
    public async Task Texts_that_are_no_images_and_images_that_stand_twice_are_refused()
    {
        var run = await PreviewAsync("[UPPER/x:1.0.0, docker.io/library/nginx:1.29.3, docker.io/library/nginx:1.29.3]");

        Assert.Equal(2, run.Code);
        Assert.Contains("hardening:namespaces[0].workloads[0].images[0]: is no image: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("; write it as the container does: docker.io/grafana/grafana:12.2.1 (Pulumi.dev.yaml:12)", run.Error, StringComparison.Ordinal);
        Assert.Contains("hardening:namespaces[0].workloads[0].images[2]: is listed already (got \"docker.io/library/nginx:1.29.3\"); keep one of them (Pulumi.dev.yaml:12)", run.Error, StringComparison.Ordinal);
    }

    private Task<CliRun> PreviewAsync(string images, string more = "")
    {
        _folder.Write("Pulumi.dev.yaml", $$"""
            config:
              hardening:cluster:
                kubernetesVersion: "1.34"
                kyvernoVersion: "1.19.0"
                ciliumVersion: "1.19.4"
                kyvernoPolicyExceptions: true
                kyvernoExceptionNamespace: shop
                nodes: [{ name: worker-1, memory: 32Gi }]
              hardening:namespaces:
                - name: shop
                  egress: [{ none: true }]
                  workloads: [{ name: web, podSelector: { app: web }, images: {{images}} }]
              hardening:registries: { trusted: [docker.io, quay.io] }
              hardening:pinning: {}
            {{more}}
            """);
        return CliRun.RunAsync(_folder.Path, "preview");
    }
}
