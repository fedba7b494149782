using Hardening.Components.Tests.Support;
using Pulumi;

namespace Hardening.Components.Tests.Namespaces;

public sealed class NamespaceMetadataTests
{
    [Theory]
    [InlineData(null, "name: a name cannot be empty; write the namespace's name, such as grafana")]
    [InlineData("", "name: a name cannot be empty (got \"\"); write the namespace's name, such as grafana")]
    [InlineData("a.b", "name: a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit (got \"a.b\"); write the namespace's name, such as grafana")]
    public void A_name_that_the_API_server_refuses_is_refused(string? name, string message) =>
        Assert.Equal(message, Refusal.Of(HardenedNamespace.Validate(Plans.Namespace(args => args.Name = name))));

    [Fact]
    public void A_name_of_64_characters_is_refused() => Assert.StartsWith(
        "name: a name is at most 63 characters long",
        Refusal.Of(HardenedNamespace.Validate(Plans.Namespace(args => args.Name = new string('a', 64)))),
        StringComparison.Ordinal);

    [Fact]
    public void The_prefix_of_Kubernetes_own_namespaces_draws_a_warning() => Assert.Equal(
        "name: the prefix kube- is reserved for Kubernetes' own namespaces: rename kube-tools.",
        Assert.Single(HardenedNamespace.Validate(Plans.Namespace(args => args.Name = "kube-tools")).Warnings).ToString());

    [Theory]
    [InlineData("team/-", "a", "a key's name has 1 to 63 letters, digits, hyphens, underscores or dots, and starts and ends with a letter or digit; respell the key as name or domain/name")]
    [InlineData("owner", "a b", "a label's value has at most 63 letters, digits, hyphens, underscores or dots, and starts and ends with a letter or digit (got \"a b\"); shorten or respell the value; an annotation takes any text")]
    [InlineData("kubernetes.io/metadata.name", "x", "the API server sets this label itself (got \"x\"); remove it")]
    [InlineData("pod-security.kubernetes.io/enforce", "baseline", "Pod Security labels follow podSecurity (got \"baseline\"); remove it and state podSecurity")]
    public void A_label_that_is_refused_or_not_the_plans_to_set_is_refused(string key, string value, string message) => Assert.Equal(
        $"labels[{key}]: {message}",
        Refusal.Of(HardenedNamespace.Validate(Plans.Namespace(args => args.Labels = new InputMap<string> { [key] = value }))));

    [Fact]
    public void An_annotation_that_the_component_writes_is_refused() => Assert.Equal(
        "annotations[pulumi.com/patchForce]: this annotation is written by the component (got \"true\"); remove it and state adopt, force or exemptions",
        Refusal.Of(HardenedNamespace.Validate(Plans.Namespace(args => args.Annotations = new InputMap<string> { ["pulumi.com/patchForce"] = "true" }))));

    [Fact]
    public void Annotations_beyond_256_KiB_are_refused() => Assert.Equal(
        "annotations: keys and values together exceed 256 KiB; shorten them",
        Refusal.Of(HardenedNamespace.Validate(Plans.Namespace(args => args.Annotations = new InputMap<string> { ["a"] = new string('ü', 131_072) }))));

    [Fact]
    public void A_secret_value_is_never_printed() => Assert.Equal(
        "labels[token]: a label's value has at most 63 letters, digits, hyphens, underscores or dots, and starts and ends with a letter or digit; shorten or respell the value; an annotation takes any text",
        Refusal.Of(HardenedNamespace.Validate(Plans.Namespace(args => args.Labels = new InputMap<string> { ["token"] = Output.CreateSecret("s3cret!") }))));
}
