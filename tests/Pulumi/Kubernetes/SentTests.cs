using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Tests.Support;

namespace Pulumi.Tests.Kubernetes;

public sealed class SentTests
{
    [Fact]
    public async Task ApiVersion_and_kind_are_always_sent_and_always_overwrite_what_the_args_say()
    {
        var mocks = await Run.Resources(() => _ = new Namespace("n", new NamespaceArgs { ApiVersion = "v2", Kind = "Other" }));

        Assert.Equal("""{"apiVersion":"v1","kind":"Namespace"}""", Sent(mocks, "n"));
    }

    [Fact]
    public async Task New_Namespace_n_sends_exactly_apiVersion_and_kind_so_metadata_name_is_never_set_by_the_SDK()
    {
        var mocks = await Run.Resources(() => _ = new Namespace("n"));

        Assert.Equal("""{"apiVersion":"v1","kind":"Namespace"}""", Sent(mocks, "n"));
    }

    [Fact]
    public async Task Patch_classes_have_Patch_in_the_token_not_in_the_kind()
    {
        var mocks = await Run.Resources(() => _ = new NamespacePatch("n"));

        Assert.Equal("kubernetes:core/v1:NamespacePatch", mocks.Requests[0].Type);
        Assert.Equal("""{"apiVersion":"v1","kind":"Namespace"}""", Sent(mocks, "n"));
    }

    [Fact]
    public async Task Core_tokens_are_core_v1_with_apiVersion_v1_others_use_the_full_group()
    {
        var mocks = await Run.Resources(() =>
        {
            _ = new ConfigMap("config");
            _ = new Pulumi.Kubernetes.Rbac.V1.Role("role");
            _ = new Pulumi.Kubernetes.Networking.V1.NetworkPolicy("policy");
        });

        Assert.Equal(
            [
                "kubernetes:core/v1:ConfigMap v1",
                "kubernetes:rbac.authorization.k8s.io/v1:Role rbac.authorization.k8s.io/v1",
                "kubernetes:networking.k8s.io/v1:NetworkPolicy networking.k8s.io/v1",
            ],
            mocks.Requests.Select(request => $"{request.Type} {request.Inputs["apiVersion"]}"));
    }

    [Fact]
    public async Task The_options_that_the_classes_set_are_Version_aliases_for_older_groups_and_secret_outputs_for_Secret()
    {
        var seen = new Dictionary<string, CustomResourceOptions>();
        CustomResourceOptions Recording(string name) => new()
        {
            ResourceTransformations =
            {
                args =>
                {
                    seen[name] = (CustomResourceOptions)args.Options;
                    return null;
                },
            },
        };
        await Run.Resources(() =>
        {
            _ = new Secret("secret", options: Recording("secret"));
            _ = new Pulumi.Kubernetes.Policy.V1.PodDisruptionBudget("budget", options: Recording("budget"));
        });

        Assert.Equal("4.32.0", seen["secret"].Version);
        Assert.Equal(["data", "stringData"], seen["secret"].AdditionalSecretOutputs.Order());
        var alias = await Run.Value((Output<Alias>)Assert.Single(seen["budget"].Aliases));
        Assert.Equal("kubernetes:policy/v1beta1:PodDisruptionBudget", await Run.Value(alias.Type.ToOutput()));
    }

    [Fact]
    public async Task The_callers_options_object_is_not_modified()
    {
        var options = new CustomResourceOptions { IgnoreChanges = { "spec" } };
        await Run.Resources(() => _ = new Secret("secret", options: options));

        Assert.Null(options.Version);
        Assert.Null(options.Id);
        Assert.Empty(options.AdditionalSecretOutputs);
        Assert.Equal(["spec"], options.IgnoreChanges);
    }

    [Fact]
    public async Task Options_Id_is_ignored_by_the_public_constructor_and_Get_reads()
    {
        ConfigMap? created = null;
        ConfigMap? read = null;
        var mocks = await Run.Resources(() =>
        {
            created = new ConfigMap("created", options: new CustomResourceOptions { Id = "ns/x" });
            read = ConfigMap.Get("read", "ns/y");
        });

        Assert.Equal("created-id", await Run.Value(created!.Id));
        Assert.Equal("ns/y", await Run.Value(read!.Id));
        Assert.Empty(mocks.InputsOf("read"));
    }

    [Fact]
    public async Task The_wire_name_can_differ_from_the_property_name()
    {
        var args = new ContainerArgs { Name = "c", Ports = { new ContainerPortArgs { ContainerPortValue = 80 } } };

        var sent = await Run.Sent(args);

        Assert.Equal("""{"name":"c","ports":[{"containerPort":80}]}""", Sorted(sent));
    }

    [Fact]
    public async Task A_class_derived_from_an_args_class_loses_the_bases_private_fields()
    {
        var mocks = await Run.Resources(() => _ = new ConfigMap("c", new DerivedConfigMapArgs
        {
            Data = { { "k", "v" } },
            Immutable = true,
            Metadata = new ObjectMetaArgs { Name = "c" },
        }));

        Assert.Equal(["apiVersion", "immutable", "kind", "metadata"], mocks.InputsOf("c").Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Metadata_comes_back_typed()
    {
        ConfigMap? map = null;
        await Run.Resources(() => map = new ConfigMap("c", new ConfigMapArgs
        {
            Metadata = new ObjectMetaArgs { Name = "c", Namespace = "n", Labels = { { "k", "v" } } },
        }));

        var metadata = await Run.Value(map!.Metadata);
        Assert.Equal("c n v", $"{metadata.Name} {metadata.Namespace} {metadata.Labels["k"]}");
        Assert.Equal(0, metadata.Generation);
    }

    [Fact]
    public async Task CustomResource_subclasses_have_a_token_of_apiVersion_and_kind_and_options_pass_through_unchanged()
    {
        CustomResourceOptions? seen = null;
        var mocks = await Run.Resources(() => _ = new Widget("w", new WidgetArgs { Metadata = new ObjectMetaArgs { Name = "w" }, Size = 3 }, new CustomResourceOptions
        {
            ResourceTransformations =
            {
                args =>
                {
                    seen = (CustomResourceOptions)args.Options;
                    return null;
                },
            },
        }));

        Assert.Equal("kubernetes:example.com/v1:Widget", mocks.Requests[0].Type);
        Assert.Equal("""{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"w"},"size":3}""", Sent(mocks, "w"));
        Assert.Null(seen!.Version);
        Assert.Empty(seen.Aliases);
    }

    [Fact]
    public async Task CustomResourcePatchArgs_adds_Patch_to_the_token_not_to_the_kind()
    {
        var mocks = await Run.Resources(() => _ = new CustomResourcePatch("w", new WidgetPatchArgs()));

        Assert.Equal("kubernetes:example.com/v1:WidgetPatch", mocks.Requests[0].Type);
        Assert.Equal("""{"apiVersion":"example.com/v1","kind":"Widget"}""", Sent(mocks, "w"));
    }

    [Fact]
    public async Task A_custom_resource_inherits_the_provider_of_the_package_kubernetes()
    {
        using var noEnvironment = NoProviderEnvironment();
        var mocks = await Run.Resources(() =>
        {
            var group = new Group("group", new ComponentResourceOptions { Providers = { new Pulumi.Kubernetes.Provider("k8s") } });
            _ = new Widget("w", new WidgetArgs(), new CustomResourceOptions { Parent = group });
        });

        Assert.EndsWith("$pulumi:providers:kubernetes::k8s::k8s-id", mocks.Requests.Single(request => request.Name == "w").Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_args_that_are_bool_are_sent_as_JSON_strings()
    {
        using var noEnvironment = NoProviderEnvironment();
        var mocks = await Run.Resources(() => _ = new Pulumi.Kubernetes.Provider("k8s", new Pulumi.Kubernetes.ProviderArgs
        {
            EnableServerSideApply = true,
            DeleteUnreachable = Output.Create(false),
            Namespace = "n",
        }));

        Assert.Equal("""{"deleteUnreachable":"false","enableServerSideApply":"true","namespace":"n"}""", Sent(mocks, "k8s"));
    }

    [Fact]
    public async Task JSON_inputs_that_are_objects_or_lists_are_sent_as_one_string()
    {
        var mocks = await Run.Resources(() => _ = new ComponentResource("test:index:Json", "json", new JsonArgs
        {
            Object = new InputMap<object> { { "b", new[] { 1.5, 2 } }, { "a", "x\"" }, { "c", new Dictionary<string, object>() } },
            Secret = Output.CreateSecret("s"),
        }));

        Assert.Equal("""{ "a": "x\"", "b": [ 1.5, 2 ], "c": { } }""", mocks.InputsOf("json")["object"]);
        Assert.Equal("\"s\"", mocks.InputsOf("json")["secret"]);
    }

    [Fact]
    public async Task New_ProviderArgs_reads_KUBECONFIG_and_PULUMI_K8S_from_the_environment()
    {
        using var none = NoProviderEnvironment();
        using var some = new EnvironmentScope(("KUBECONFIG", "/some/config"), ("PULUMI_K8S_ENABLE_SERVER_SIDE_APPLY", "T"), ("PULUMI_K8S_DELETE_UNREACHABLE", "0"));
        var mocks = await Run.Resources(() => _ = new Pulumi.Kubernetes.Provider("k8s"));

        Assert.Equal("""{"deleteUnreachable":"false","enableServerSideApply":"true","kubeconfig":"/some/config"}""", Sent(mocks, "k8s"));
    }

    private static EnvironmentScope NoProviderEnvironment()
        => new([.. Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => name == "KUBECONFIG" || name.StartsWith("PULUMI_K8S_", StringComparison.Ordinal))
            .Select(name => (name, (string?)null))]);

    private static string Sent(RecordingMocks mocks, string name) => Sorted(mocks.InputsOf(name));

    private static string Sorted(object? value)
        => value is ImmutableDictionary<string, object> map
            ? "{" + string.Join(',', map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"\"{entry.Key}\":{Sorted(entry.Value)}")) + "}"
            : value is ImmutableArray<object> list
                ? "[" + string.Join(',', list.Select(Sorted)) + "]"
                : JsonSerializer.Serialize(value);

    private sealed class DerivedConfigMapArgs : ConfigMapArgs;

    private sealed class JsonArgs : ResourceArgs
    {
        [Input("object", json: true)]
        public InputMap<object>? Object { get; set; }

        [Input("secret", json: true)]
        public Input<string>? Secret { get; set; }
    }
}
