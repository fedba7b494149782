namespace Hardening.Primitives.Tests.Names;

public sealed class KubernetesNameTests
{
    private static readonly string Label63 = new('a', 63);

    [Theory]
    [InlineData("a")]
    [InlineData("0")]
    [InlineData("cert-manager")]
    [InlineData("a--b")]
    public void A_label_is_accepted(string name)
    {
        Assert.Null(KubernetesName.CheckLabel(name));
        Assert.Null(KubernetesName.CheckSubdomain(name));
    }

    [Theory]
    [InlineData(null, "a name cannot be empty")]
    [InlineData("", "a name cannot be empty")]
    [InlineData("A", "a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit")]
    [InlineData("-a", "a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit")]
    [InlineData("a-", "a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit")]
    [InlineData("a.b", "a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit")]
    [InlineData("a_b", "a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit")]
    [InlineData("a\n", "a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit")]
    [InlineData("é", "a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit")]
    public void What_is_no_label_is_refused(string? name, string expected)
    {
        Assert.Equal(expected, KubernetesName.CheckLabel(name));
    }

    [Fact]
    public void Lengths_end_where_the_API_server_ends_them()
    {
        Assert.Null(KubernetesName.CheckLabel(Label63));
        Assert.Equal("a name is at most 63 characters long", KubernetesName.CheckLabel(Label63 + "a"));
        Assert.Null(KubernetesName.CheckSubdomain(new string('a', 253)));
        Assert.Equal("a name is at most 253 characters long", KubernetesName.CheckSubdomain(new string('a', 254)));
        Assert.Null(KubernetesName.CheckLabelKey($"{new string('a', 253)}/{Label63}"));
        Assert.NotNull(KubernetesName.CheckLabelKey($"{new string('a', 254)}/x"));
        Assert.NotNull(KubernetesName.CheckLabelKey($"x/{Label63}a"));
        Assert.Null(KubernetesName.CheckLabelValue(Label63));
        Assert.NotNull(KubernetesName.CheckLabelValue(Label63 + "a"));
    }

    [Theory]
    [InlineData("a.b", true)]
    [InlineData("trusted-registries.kyverno", true)]
    [InlineData("a..b", false)]
    [InlineData(".a", false)]
    [InlineData("a.", false)]
    [InlineData("a.-b", false)]
    [InlineData("A.b", false)]
    [InlineData("", false)]
    public void A_subdomain_is_labels_joined_by_dots(string name, bool accepted)
    {
        Assert.Equal(accepted, KubernetesName.CheckSubdomain(name) is null);
    }

    [Theory]
    [InlineData("app", true)]
    [InlineData("App_v1.2", true)]
    [InlineData("app.kubernetes.io/name", true)]
    [InlineData("", false)]
    [InlineData("/name", false)]
    [InlineData("a/", false)]
    [InlineData("a/b/c", false)]
    [InlineData("App/name", false)]
    [InlineData("-a", false)]
    [InlineData("a b", false)]
    public void A_key_is_a_qualified_name(string key, bool accepted)
    {
        Assert.Equal(accepted, KubernetesName.CheckLabelKey(key) is null);
        Assert.Equal(accepted, KubernetesName.CheckQualifiedName(key) is null);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("a", true)]
    [InlineData("A_b-c.d", true)]
    [InlineData(null, false)]
    [InlineData("-a", false)]
    [InlineData("a.", false)]
    [InlineData("a/b", false)]
    [InlineData("a b", false)]
    public void A_value_may_be_empty(string? value, bool accepted)
    {
        Assert.Equal(accepted, KubernetesName.CheckLabelValue(value) is null);
    }

    [Theory]
    [InlineData("http", true)]
    [InlineData("8080a", true)]
    [InlineData("8080", false)]
    [InlineData("http-metrics-12", true)]
    [InlineData("http-metrics-123", false)]
    [InlineData("a--b", false)]
    [InlineData("-a", false)]
    [InlineData("", false)]
    [InlineData("HTTP", false)]
    public void A_port_s_name_is_an_IANA_service_name(string name, bool accepted)
    {
        Assert.Equal(accepted, KubernetesName.CheckPortName(name) is null);
    }
}
