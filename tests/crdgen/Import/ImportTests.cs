using Crdgen.Cli;
using Crdgen.Tests.Support;

namespace Crdgen.Tests.Import;

public class ImportTests
{
    [Fact]
    public void No_value_of_a_Secret_is_printed_or_said_wherever_it_stands()
    {
        var runs = new[]
        {
            ImportRun.Of("stall.yaml"),
            ImportRun.Of("wrong.yaml"),
            ImportRun.OfText("""
                apiVersion: kyverno.io/v1
                kind: ClusterPolicy
                metadata: { name: copies }
                spec:
                  rules:
                    - name: make
                      generate:
                        data: { apiVersion: v1, kind: Secret, stringData: { pin: x-hidden }, data: y-hidden }
                """),
        };

        Assert.All(runs, run => Assert.DoesNotContain("hidden", run.Output + run.Errors, StringComparison.Ordinal));
        Assert.All(runs, run => Assert.DoesNotContain("12345678", run.Output + run.Errors, StringComparison.Ordinal));
        Assert.Contains("config.RequireSecret(\"copies-pin\")", runs[2].Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_without_kinds_of_its_items_is_its_items()
    {
        var run = ImportRun.OfText("""{ "apiVersion": "v1", "kind": "NamespaceList", "items": [ { "metadata": { "name": "a" } }, { "metadata": { "name": "b" } } ] }""");

        Assert.Contains("new Namespace(\"a-namespace\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("new Namespace(\"b-namespace\"", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, run.ExitCode);
    }

    [Fact]
    public void Names_that_would_be_the_same_get_numbers()
    {
        var run = ImportRun.OfText("""
            { apiVersion: v1, kind: ConfigMap, metadata: { namespace: a-b, name: c } }
            ---
            { apiVersion: v1, kind: ConfigMap, metadata: { namespace: a, name: b-c } }
            """);

        Assert.Contains("var aBCConfigMap = new ConfigMap(\"a-b-c-config-map\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("new ConfigMap(\"a-b-c-config-map-2\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_patch_has_the_classes_of_patches()
    {
        var run = ImportRun.OfText("{ apiVersion: v1, kind: Namespace, metadata: { name: a, labels: { b: c } } }", "--patch");

        Assert.Contains("new NamespacePatch(\"a-namespace\", new NamespacePatchArgs", run.Output, StringComparison.Ordinal);
        Assert.Contains("new ObjectMetaPatchArgs", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_patch_of_a_custom_resource_has_the_classes_that_were_generated_for_it()
    {
        var run = ImportRun.OfText("{ apiVersion: argoproj.io/v1alpha1, kind: AppProject, metadata: { name: default, namespace: argocd }, spec: { destinations: [{ namespace: a }] } }", "--patch");

        Assert.Contains("new AppProjectPatch(\"argocd-default-app-project\", new AppProjectPatchArgs", run.Output, StringComparison.Ordinal);
        Assert.Contains("new ObjectMetaArgs", run.Output, StringComparison.Ordinal);
        Assert.Contains("new AppProjectSpecDestinationsPatchArgs", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void A_patch_of_a_custom_resource_without_such_classes_is_refused()
    {
        var run = ImportRun.OfText("{ apiVersion: bitnami.com/v1alpha1, kind: SealedSecret, metadata: { name: a, namespace: b } }", "--patch");

        Assert.Contains(
            "SealedSecret b/a: no class patches bitnami.com/v1alpha1/SealedSecret: generate one with crdgen --patch and give its definition with --crds FILE --namespace NAMESPACE, "
            + "or its plan with --plan crds.json; without --patch it becomes a resource of its own",
            run.Errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Definitions_on_the_command_line_make_their_kinds_known()
    {
        using var folder = new TemporaryFolder();
        var definition = folder.Write("crd.yaml", """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: { name: stalls.example.test }
            spec:
              group: example.test
              names: { kind: Stall, plural: stalls }
              scope: Namespaced
              versions:
                - name: v1
                  served: true
                  storage: true
                  schema: { openAPIV3Schema: { type: object, properties: { spec: { type: object, properties: { seats: { type: integer, format: int32 } } } } } }
            """);

        var run = ImportRun.OfText("{ apiVersion: example.test/v1, kind: Stall, metadata: { name: a }, spec: { seats: 4 } }", "--crds", definition, "--namespace", "Market.Crds");

        Assert.Contains("using Market.Crds.Test.Example.V1;", run.Output, StringComparison.Ordinal);
        Assert.Contains("Spec = new StallSpecArgs { Seats = 4 }", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, run.ExitCode);
    }

    [Fact]
    public void A_file_is_written_whole_and_nothing_where_nothing_was_imported()
    {
        using var folder = new TemporaryFolder();
        var good = Path.Combine(folder.Path, "good.cs");
        var none = Path.Combine(folder.Path, "none.cs");

        Assert.Equal(ExitCodes.Done, ImportRun.OfText("{ apiVersion: v1, kind: Namespace, metadata: { name: a } }", "--output", good).ExitCode);
        Assert.Equal(ExitCodes.BadInput, ImportRun.OfText("{ apiVersion: x/v1, kind: Nothing }", "--output", none).ExitCode);

        Assert.Equal(["good.cs"], folder.Files());
        Assert.Contains("new Namespace(\"a-namespace\"", File.ReadAllText(good), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.yaml", "missing.yaml: cannot be read")]
    [InlineData("stall.yaml --class b-c", "--class: 'b-c' is not")]
    [InlineData("stall.yaml --schemas x", "--schemas: is the folder of a plan's schema files")]
    public void Bad_input_is_refused(string args, string message)
    {
        var run = ImportRun.Of(args.Split(' '));

        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
        Assert.Equal(ExitCodes.BadInput, run.ExitCode);
    }

    [Fact]
    public void A_template_that_is_not_rendered_is_told_what_to_do()
    {
        var run = ImportRun.OfText("apiVersion: v1\nkind: Namespace\nmetadata:\n  name: {{ .Values.name }}\n");

        Assert.Contains("standard input:4: cannot be read: ", run.Errors, StringComparison.Ordinal);
        Assert.Contains("; it holds {{ … }} of a template: render it first, as with helm template CHART | crdgen import -\n", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("template", ImportRun.OfText("a: [\n").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_required_and_missing_is_said_where_it_would_stand()
    {
        var run = ImportRun.OfText("{ apiVersion: kyverno.io/v1, kind: ClusterPolicy, metadata: { name: a } }");

        Assert.Contains("// spec: is required and missing", run.Output, StringComparison.Ordinal);
        Assert.Contains("ClusterPolicy a: spec: is required and missing", run.Errors, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Findings, run.ExitCode);
    }

    [Fact]
    public void Hostile_input_ends_in_words()
    {
        var deep = ImportRun.OfText("apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata: { name: deep }\nspec: { rules: [{ name: a, validate: { pattern: " + new string('[', 300) + new string(']', 300) + " } }] }\n");
        var bomb = ImportRun.OfText("a: &a [x, x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]\ne: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]\nf: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]\ng: [*f, *f, *f, *f, *f, *f, *f, *f, *f, *f]\n");
        var text = ImportRun.OfText("{{ .Values.kind }}: x\n");

        Assert.Contains("is nested more than 100 deep", deep.Errors, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Findings, deep.ExitCode);
        Assert.Equal(ExitCodes.BadInput, bomb.ExitCode);
        Assert.Equal(ExitCodes.BadInput, text.ExitCode);
        Assert.Contains("standard input:", bomb.Errors, StringComparison.Ordinal);
    }
}
