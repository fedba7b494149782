using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Hardening.Preview.Tests.Capture;

public class CapturedGraphTests
{
    [Fact]
    public async Task Resources_come_in_program_order_with_their_parents_and_urns()
    {
        var stack = await Run.WellAsync(() =>
        {
            var outer = new Group("outer");
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer });
            _ = new Namespace("ns", options: new CustomResourceOptions { Parent = inner });
            _ = new Namespace("alone");
        });

        Assert.Equal(["tests-dev", "outer", "inner", "ns", "alone"], stack.Resources.Select(resource => resource.Name));
        Assert.Equal([null, "tests-dev", "outer", "inner", "tests-dev"], stack.Resources.Select(resource => resource.Parent?.Name));
        Assert.Equal("urn:pulumi:dev::tests::tests:index:Group$tests:index:Group$kubernetes:core/v1:Namespace::ns", stack.Named("ns").Urn);
        Assert.Equal("urn:pulumi:dev::tests::kubernetes:core/v1:Namespace::alone", stack.Named("alone").Urn);
        Assert.Equal("urn:pulumi:dev::tests::pulumi:pulumi:Stack::tests-dev", stack.Named("tests-dev").Urn);
        Assert.Equal(["outer", "alone"], stack.Named("tests-dev").Children.Select(child => child.Name));
        Assert.Equal("Group", stack.Named("outer").ClrType.Name);
    }

    [Fact]
    public async Task A_dependency_on_a_component_stands_for_the_custom_resources_below_it()
    {
        var stack = await Run.WellAsync(() =>
        {
            var outer = new Group("outer");
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer });
            var parent = new Namespace("parent", options: new CustomResourceOptions { Parent = inner });
            _ = new Namespace("child", options: new CustomResourceOptions { Parent = parent });
            _ = new Namespace("direct", options: new CustomResourceOptions { Parent = outer });
            _ = new Namespace("user", options: new CustomResourceOptions { DependsOn = { outer } });
        });

        Assert.Equal(["direct", "parent"], stack.Named("user").DependsOn.Select(resource => resource.Name).Order());
        Assert.Equal(["outer"], stack.Named("user").DependsOnAsWritten.Select(resource => resource.Name));
    }

    [Fact]
    public async Task Using_an_output_of_a_resource_is_a_dependency()
    {
        var stack = await Run.WellAsync(() =>
        {
            var ns = new Namespace("ns", new NamespaceArgs { Metadata = new ObjectMetaArgs { Name = "vault" } });
            _ = new ConfigMap("user", new ConfigMapArgs { Metadata = new ObjectMetaArgs { Namespace = ns.Metadata.Apply(metadata => metadata.Name) } });
        });

        Assert.Equal(["ns"], stack.Named("user").DependsOn.Select(resource => resource.Name));
        Assert.Empty(stack.Named("user").DependsOnAsWritten);
        Assert.Equal("vault", stack.Named("user").ObjectNamespace);
    }

    [Fact]
    public async Task Protection_is_inherited_and_retaining_is_not()
    {
        var stack = await Run.WellAsync(() =>
        {
            var outer = new Group("outer", new ComponentResourceOptions { Protect = true, RetainOnDelete = true });
            _ = new Namespace("inherits", options: new CustomResourceOptions { Parent = outer });
            _ = new Namespace("refuses", options: new CustomResourceOptions { Parent = outer, Protect = false, RetainOnDelete = true });
            _ = new Namespace("alone");
        });

        Assert.Equal([true, true, false, false], new[] { "outer", "inherits", "refuses", "alone" }.Select(name => stack.Named(name).Protect));
        Assert.Equal([true, false, true, false], new[] { "outer", "inherits", "refuses", "alone" }.Select(name => stack.Named(name).RetainOnDelete));
    }

    [Fact]
    public async Task Components_providers_patches_and_reads_are_told_apart()
    {
        var stack = await Run.WellAsync(() =>
        {
            var group = new Group("group");
            _ = new Pulumi.Kubernetes.Provider("provider");
            _ = new NamespacePatch("patch", new NamespacePatchArgs { Metadata = new ObjectMetaPatchArgs { Name = "kube-system" } });
            _ = ConfigMap.Get("read", "kube-system/config");
            _ = new Namespace("ns", options: new CustomResourceOptions { Parent = group });
        });

        Assert.Equal(["tests-dev", "group"], stack.Resources.Where(resource => resource.IsComponent).Select(resource => resource.Name));
        Assert.Equal(["provider"], stack.Resources.Where(resource => resource.IsProvider).Select(resource => resource.Name));
        Assert.Equal(["patch"], stack.Resources.Where(resource => resource.IsPatch).Select(resource => resource.Name));
        Assert.Equal(["read"], stack.Resources.Where(resource => resource.IsRead).Select(resource => resource.Name));
        Assert.Equal(["patch", "ns"], stack.Resources.Where(resource => resource.IsManifest).Select(resource => resource.Name));
        Assert.Equal("kube-system/config", stack.Named("read").ReadId);
        Assert.Equal("Namespace", stack.Named("patch").Kind);
    }

    [Fact]
    public async Task A_transformation_of_the_program_shows_in_the_capture()
    {
        var stack = await Run.WellAsync(() => _ = new Namespace("ns", new NamespaceArgs(), new CustomResourceOptions
        {
            ResourceTransformations =
            {
                args => new ResourceTransformationResult(
                    new NamespaceArgs { ApiVersion = "v1", Kind = "Namespace", Metadata = new ObjectMetaArgs { Name = "changed" } }, args.Options),
            },
        }));

        Assert.Equal("changed", stack.Named("ns").ObjectName);
    }
}
