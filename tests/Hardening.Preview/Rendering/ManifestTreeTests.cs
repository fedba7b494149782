using System.Text;

namespace Hardening.Preview.Tests.Rendering;

public class ManifestTreeTests
{
    [Fact]
    public void Objects_lie_in_a_folder_a_namespace_and_one_for_the_cluster()
    {
        var tree = ManifestTree.Build(Objects.Stack(
            Objects.Resource("""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"vault"}}""", "a"),
            Objects.Resource("""{"apiVersion":"v1","kind":"LimitRange","metadata":{"name":"defaults","namespace":"vault"}}""", "b"),
            Objects.Resource("""{"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","metadata":{"name":"Ops:read"}}""", "c"),
            Objects.Resource("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x","namespace":"con"}}""", "d")));

        Assert.Empty(tree.Problems);
        Assert.Equal(
            [
                "cluster/clusterrole-ops_read-5243f081.yaml",
                "cluster/kustomization.yaml",
                "cluster/namespace-vault.yaml",
                "kustomization.yaml",
                "namespaces/con-1143da2b/configmap-x.yaml",
                "namespaces/con-1143da2b/kustomization.yaml",
                "namespaces/vault/kustomization.yaml",
                "namespaces/vault/limitrange-defaults.yaml",
            ],
            tree.Files.Select(file => file.Path));
        Assert.Equal(
            "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n- cluster\n- namespaces/con-1143da2b\n- namespaces/vault\n",
            Content(tree, "kustomization.yaml"));
        Assert.Equal(
            "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n- namespace-vault.yaml\n- clusterrole-ops_read-5243f081.yaml\n",
            Content(tree, "cluster/kustomization.yaml"));
        Assert.Equal("apiVersion: v1\nkind: LimitRange\nmetadata:\n  name: defaults\n  namespace: vault\n", Content(tree, "namespaces/vault/limitrange-defaults.yaml"));
    }

    [Fact]
    public void Names_that_some_file_system_takes_for_the_same_stay_apart()
    {
        var tree = ManifestTree.Build(Objects.Stack(
            Objects.Resource("""{"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","metadata":{"name":"reader"}}""", "a"),
            Objects.Resource("""{"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","metadata":{"name":"Reader"}}""", "b"),
            Objects.Resource("""{"apiVersion":"kyverno.io/v2","kind":"PolicyException","metadata":{"name":"x","namespace":"n"}}""", "c"),
            Objects.Resource("""{"apiVersion":"policies.kyverno.io/v1","kind":"PolicyException","metadata":{"name":"x","namespace":"n"}}""", "d")));

        Assert.Empty(tree.Problems);
        Assert.Equal(tree.Files.Count, tree.Files.Select(file => file.Path.ToUpperInvariant()).Distinct().Count());
        Assert.Equal(2, tree.Files.Count(file => file.Path.StartsWith("cluster/clusterrole-reader", StringComparison.Ordinal)));
        Assert.Equal(2, tree.Files.Count(file => file.Path.StartsWith("namespaces/n/policyexception-x-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_null_that_JSON_states_is_rendered_because_merge_patches_remove_members_so()
    {
        var stack = await Run.WellAsync(() => Widget.Create("widget", new WidgetSpecArgs { Json = """{"remove": null, "list": [null, 1]}""" }));

        Assert.Contains("  json:\n    list:\n    - null\n    - 1\n    remove: null\n", Encoding.UTF8.GetString(ManifestTree.Build(stack).Files.Single(file => file.Path.Contains("widget-", StringComparison.Ordinal)).Content.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Patches_lie_apart_with_the_command_that_delivers_them()
    {
        var tree = ManifestTree.Build(
            Objects.Stack(
                Objects.Resource("""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"kube-system","labels":{"a":"b"}}}""", "a", resource => resource.IsPatch = true),
                Objects.Resource(
                    """{"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"default","namespace":"vault","annotations":{"pulumi.com/patchFieldManager":"it's me","pulumi.com/patchForce":"true"}}}""",
                    "b",
                    resource => resource.IsPatch = true)),
            new RenderOptions { FieldManager = "platform" });

        Assert.Empty(tree.Problems);
        Assert.Equal(
            ["patches/README.md", "patches/apply.sh", "patches/cluster/namespace-kube-system.yaml", "patches/namespaces/vault/serviceaccount-default.yaml"],
            tree.Files.Select(file => file.Path));
        Assert.Equal(
            """
            #!/bin/sh
            # Applies every patch to the cluster of the current kubectl context.
            set -eu
            cd "$(dirname "$0")"
            kubectl apply --server-side --field-manager=platform -f cluster/namespace-kube-system.yaml
            kubectl apply --server-side --field-manager='it'\''s me' --force-conflicts -f namespaces/vault/serviceaccount-default.yaml

            """.ReplaceLineEndings("\n"),
            Content(tree, "patches/apply.sh"));
        Assert.Contains("    kubectl apply --server-side --field-manager=platform -f cluster/namespace-kube-system.yaml\n", Content(tree, "patches/README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Patches_that_rely_on_an_object_come_last_and_wait_for_it()
    {
        var secret = Objects.Resource("""{"apiVersion":"bitnami.com/v1alpha1","kind":"SealedSecret","metadata":{"name":"token","namespace":"web","annotations":{"pulumi.com/waitFor":"condition=Synced"}}}""", "secret");
        var several = Objects.Resource("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","namespace":"web","annotations":{"pulumi.com/waitFor":"[\"Ready\", \"jsonpath={.data.it's}=1\"]"}}}""", "several");
        var plain = Objects.Resource("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"b","namespace":"web"}}""", "plain");
        CapturedResource Patch(string name, params CapturedResource[] dependencies) => Objects.Resource(
            $$$"""{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"{{{name}}}","namespace":"web"}}""", name, resource => (resource.IsPatch, resource.DependsOn) = (true, dependencies));
        var tree = ManifestTree.Build(Objects.Stack(secret, several, plain, Patch("a", secret, plain), Patch("b", plain), Patch("c", secret, several)));

        Assert.Empty(tree.Problems);
        Assert.EndsWith(
            """
            ready() {
              kubectl diff --server-side -f "$2" >/dev/null || { echo "$2 is not deployed as it is rendered here; deploy it, then run this again" >&2; exit 1; }
              kubectl wait --for="$1" --timeout=5m -f "$2"
            }
            kubectl apply --server-side --field-manager=hardening -f namespaces/web/deployment-b.yaml
            ready condition=Synced ../namespaces/web/sealedsecret-token.yaml
            kubectl apply --server-side --field-manager=hardening -f namespaces/web/deployment-a.yaml
            ready condition=Ready ../namespaces/web/configmap-a.yaml
            ready 'jsonpath={.data.it'\''s}=1' ../namespaces/web/configmap-a.yaml
            kubectl apply --server-side --field-manager=hardening -f namespaces/web/deployment-c.yaml

            """.ReplaceLineEndings("\n"),
            Content(tree, "patches/apply.sh"),
            StringComparison.Ordinal);
        Assert.EndsWith(
            """
            `apply.sh` does the last ones when what they rely on is deployed as it is rendered here, and ready:

                kubectl wait --for=condition=Synced --timeout=5m -f ../namespaces/web/sealedsecret-token.yaml
                kubectl wait --for=condition=Ready --timeout=5m -f ../namespaces/web/configmap-a.yaml
                kubectl wait --for='jsonpath={.data.it'\''s}=1' --timeout=5m -f ../namespaces/web/configmap-a.yaml

            """.ReplaceLineEndings("\n"),
            Content(tree, "patches/README.md"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Annotations_for_the_Pulumi_provider_are_not_rendered()
    {
        var tree = ManifestTree.Build(Objects.Stack(
            Objects.Resource("""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"shop","annotations":{"pulumi.com/patchForce":"true"}}}""", "a", resource => resource.IsPatch = true),
            Objects.Resource("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","namespace":"web","annotations":{"pulumi.com/waitFor":"condition=Valid","team":"web"},"labels":{"a":"b"}}}""", "b")));

        Assert.Empty(tree.Problems);
        Assert.Equal("apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n", Content(tree, "patches/cluster/namespace-shop.yaml"));
        Assert.Equal(
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  namespace: web\n  annotations:\n    team: web\n  labels:\n    a: b\n",
            Content(tree, "namespaces/web/configmap-a.yaml"));
    }

    [Fact]
    public void A_manifest_that_would_hold_a_secret_or_unknown_value_is_an_error_that_names_the_place()
    {
        using var folder = new TemporaryFolder();
        var tree = ManifestTree.Build(Objects.Stack(
            Objects.Resource("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","namespace":"n"},"data":{"open":"1","tls.key":"!hunter2"}}""", "a"),
            Objects.Resource("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"b","namespace":"n"},"data":{"list":["x","?"]}}""", "b")));

        var refused = Assert.Throws<RenderRefusedException>(() => tree.Write(folder.Tree));

        Assert.Equal(
            """
            2 problem(s) keep the manifests from being complete; nothing was written:
              - kubernetes:v1:ConfigMap "a": data["tls.key"]: the manifest would hold a secret; deliver it as a SealedSecret or leave it to pulumi up; rendered files never hold secrets
              - kubernetes:v1:ConfigMap "b": data.list[1]: the value is not known before the deployment; use a value that the program knows, or leave the object to pulumi up
            """.ReplaceLineEndings("\n"),
            refused.Message);
        Assert.Equal(["render.secret", "render.unknown"], refused.Findings.Select(finding => finding.Id));
        Assert.False(Directory.Exists(folder.Tree));
        Assert.DoesNotContain(tree.Files, file => Encoding.UTF8.GetString(file.Content.Span).Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public void Other_reasons_why_a_tree_is_not_complete()
    {
        Assert.Equal(
            ["the stack has no Kubernetes object to render; check the stack's configuration"],
            ManifestTree.Build(Objects.Stack()).Problems.Select(problem => problem.ToString()));
        Assert.Equal(
            ["kubernetes:v1:ConfigMap \"a\": metadata.name: a rendered object needs a name that is known before the deployment; set metadata.name in the program"],
            ManifestTree.Build(Objects.Stack(Objects.Resource("""{"apiVersion":"v1","kind":"ConfigMap"}""", "a"))).Problems.Select(problem => problem.ToString()));
        var twice = ManifestTree.Build(Objects.Stack(
            Objects.Resource("""{"apiVersion":"example.com/v1","kind":"K","metadata":{"name":"a"}}""", "first"),
            Objects.Resource("""{"apiVersion":"example.com/v2","kind":"K","metadata":{"name":"a"}}""", "second")));
        Assert.Equal(
            ["kubernetes:example.com/v2:K \"second\": metadata.name: it is the same object as kubernetes:example.com/v1:K \"first\"; give one of them another name"],
            twice.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void Errors_of_the_program_keep_the_tree_from_being_complete()
    {
        var error = new Finding("program.failed", FindingSeverity.Error, null, null, "boom", null);
        var tree = ManifestTree.Build(new CapturedStack("tests", "dev", [Objects.Resource("""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"a"}}""")], [error], []));

        Assert.False(tree.IsComplete);
        Assert.Equal([error], tree.Problems);
    }

    [Fact]
    public async Task The_same_program_gives_the_same_bytes_on_every_run()
    {
        static async Task<ManifestTree> RenderAsync() => ManifestTree.Build(await Run.WellAsync(() =>
        {
            for (var i = 0; i < 5; i++)
            {
                var labels = new InputMap<string>();
                for (var j = 0; j < 20; j++)
                {
                    labels.Add($"l{j}", "v");
                }

                Widget.Create($"w{i}", new WidgetSpecArgs { Labels = labels, Text = "a\nb\n" });
            }
        }));

        var first = await RenderAsync();
        var second = await RenderAsync();

        Assert.Equal(first.Files.Select(file => (file.Path, Encoding.UTF8.GetString(file.Content.Span))), second.Files.Select(file => (file.Path, Encoding.UTF8.GetString(file.Content.Span))));
        Assert.Equal(7, first.Files.Count);
    }

    private static string Content(ManifestTree tree, string path) => Encoding.UTF8.GetString(tree.Files.Single(file => file.Path == path).Content.Span);
}
