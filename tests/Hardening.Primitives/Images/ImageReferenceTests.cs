namespace Hardening.Primitives.Tests.Images;

public sealed class ImageReferenceTests
{
    private const string Digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("nginx", "docker.io", "library/nginx", "latest", null)]
    [InlineData("nginx:1.29", "docker.io", "library/nginx", "1.29", null)]
    [InlineData("library/nginx", "docker.io", "library/nginx", "latest", null)]
    [InlineData("grafana/grafana", "docker.io", "grafana/grafana", "latest", null)]
    [InlineData("docker.io/nginx", "docker.io", "library/nginx", "latest", null)]
    [InlineData("index.docker.io/library/nginx", "docker.io", "library/nginx", "latest", null)]
    [InlineData("registry-1.docker.io/nginx", "docker.io", "library/nginx", "latest", null)]
    [InlineData("docker.io:443/nginx", "docker.io:443", "nginx", "latest", null)]
    [InlineData("ghcr.io/fluxcd/flux-cli:v2.7.0", "ghcr.io", "fluxcd/flux-cli", "v2.7.0", null)]
    [InlineData("registry.local:5000/app", "registry.local:5000", "app", "latest", null)]
    [InlineData("registry.local:5000", "docker.io", "library/registry.local", "5000", null)]
    [InlineData("localhost/app", "localhost", "app", "latest", null)]
    [InlineData("localhost:5000/app:1", "localhost:5000", "app", "1", null)]
    [InlineData("[2001:db8::1]:5000/app", "[2001:db8::1]:5000", "app", "latest", null)]
    [InlineData("[::1]/app", "[::1]", "app", "latest", null)]
    [InlineData("GHCR.io/a/b", "GHCR.io", "a/b", "latest", null)]
    [InlineData("nginx@" + Digest, "docker.io", "library/nginx", null, Digest)]
    [InlineData("nginx:1.29@" + Digest, "docker.io", "library/nginx", "1.29", Digest)]
    [InlineData("a/b/c/d/e", "docker.io", "a/b/c/d/e", "latest", null)]
    [InlineData("a__b/c--d/e.f_g", "docker.io", "a__b/c--d/e.f_g", "latest", null)]
    [InlineData("nginx:1/x", "nginx:1", "x", "latest", null)]
    [InlineData("10.0.0.1/app", "10.0.0.1", "app", "latest", null)]
    [InlineData("nginx:_Tag.x-1", "docker.io", "library/nginx", "_Tag.x-1", null)]
    public void A_reference_is_split_and_normalised(string text, string registry, string repository, string? tag, string? digest)
    {
        var image = ImageReference.Parse(text);

        Assert.Equal((registry, repository, tag, digest), (image.Registry, image.Repository, image.EffectiveTag, image.Digest));
        Assert.Equal($"{registry}/{repository}", image.Name);
    }

    [Fact]
    public void The_tag_as_written_is_told_from_the_default()
    {
        Assert.Null(ImageReference.Parse("nginx").Tag);
        Assert.Equal("latest", ImageReference.Parse("nginx:latest").Tag);
        Assert.Equal(ImageReference.Parse("nginx"), ImageReference.Parse("index.docker.io/library/nginx:latest"));
        Assert.NotEqual(ImageReference.Parse("nginx"), ImageReference.Parse("nginx@" + Digest));
    }

    [Theory]
    [InlineData("nginx", "docker.io/library/nginx:latest", "nginx")]
    [InlineData("docker.io/grafana/grafana:12", "docker.io/grafana/grafana:12", "grafana/grafana:12")]
    [InlineData("docker.io/library/a/b", "docker.io/library/a/b:latest", "library/a/b")]
    [InlineData("docker.io/localhost/x", "docker.io/localhost/x:latest", "docker.io/localhost/x")]
    [InlineData("docker.io/a.b/x", "docker.io/a.b/x:latest", "docker.io/a.b/x")]
    [InlineData("ghcr.io/a/b@" + Digest, "ghcr.io/a/b@" + Digest, "ghcr.io/a/b@" + Digest)]
    [InlineData("localhost/x", "localhost/x:latest", "localhost/x")]
    public void Canonical_and_familiar_texts_read_as_the_same_reference(string text, string canonical, string familiar)
    {
        var image = ImageReference.Parse(text);

        Assert.Equal(canonical, image.ToString());
        Assert.Equal(familiar, image.ToFamiliarString());
        Assert.Equal(image, ImageReference.Parse(canonical));
        Assert.Equal(image, ImageReference.Parse(familiar));
    }

    [Theory]
    [InlineData("", "an image reference cannot be empty")]
    [InlineData("Nginx", "character 1: a repository is lower case")]
    [InlineData("library/Nginx", "character 9: a repository is lower case")]
    [InlineData("Library/nginx", "character 1: a repository is lower case")]
    [InlineData("ghcr.io/a/B", "character 11: a repository is lower case")]
    [InlineData("ghcr.io/a_B", "character 11: a repository is lower case")]
    [InlineData("nginx:", "character 7: a tag is missing after the colon")]
    [InlineData("nginx:.1", "character 7: a tag starts with a letter, digit or underscore")]
    [InlineData("nginx:a b", "character 8: a tag has only letters, digits, underscores, dots and hyphens")]
    [InlineData("nginx@", "character 7: a digest starts with sha256:, sha384: or sha512:")]
    [InlineData("nginx@md5:0123", "character 7: a digest starts with sha256:, sha384: or sha512:")]
    [InlineData("nginx@sha256:012", "character 14: a sha256 digest has 64 hexadecimal digits, here are 3")]
    [InlineData("nginx@sha256:0123X", "character 18: a digest has only 0-9 and a-f")]
    [InlineData("ghcr.io/", "character 9: a repository's name is missing here")]
    [InlineData("ghcr.io//x", "character 9: a repository's name is missing here")]
    [InlineData("/nginx", "character 1: a repository's name is missing here")]
    [InlineData("nginx/", "character 7: a repository's name is missing here")]
    [InlineData("a..b", "character 2: a dot, underscore or hyphen stands between letters or digits: one dot, one or two underscores, any hyphens")]
    [InlineData("a___b", "character 2: a dot, underscore or hyphen stands between letters or digits: one dot, one or two underscores, any hyphens")]
    [InlineData("-a", "character 1: a dot, underscore or hyphen stands between letters or digits: one dot, one or two underscores, any hyphens")]
    [InlineData("a-", "character 2: a dot, underscore or hyphen stands between letters or digits: one dot, one or two underscores, any hyphens")]
    [InlineData("a b", "character 2: a repository has only a-z, 0-9 and between them one dot, one or two underscores, or hyphens")]
    [InlineData("https://ghcr.io/a", "character 7: a port is a number")]
    [InlineData("ghcr.io:/a", "character 9: a port is a number")]
    [InlineData("ghcr.io:80x/a", "character 11: a port is a number")]
    [InlineData("ghcr..io/a", "character 6: a part of the host is missing here")]
    [InlineData("-ghcr.io/a", "character 1: a part of a host starts and ends with a letter or digit")]
    [InlineData("gh-.io/a", "character 3: a part of a host starts and ends with a letter or digit")]
    [InlineData("gh_cr.io/a", "character 3: a host has only letters, digits, hyphens and dots")]
    [InlineData("[::1/a:1", "character 1: an IPv6 address stands in brackets")]
    [InlineData("[::g]/a", "character 4: an IPv6 address has only hexadecimal digits and colons")]
    [InlineData("[::1]x/a", "character 6: only a port can follow the address")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "64 hexadecimal digits are an image's identifier, not a repository")]
    public void What_is_no_reference_is_refused_with_place_and_reason(string text, string expected)
    {
        Assert.False(ImageReference.TryParse(text, out var value, out var error));
        Assert.Null(value);
        Assert.Equal(expected, error.ToString());
        Assert.Equal(expected, Assert.Throws<FormatException>(() => ImageReference.Parse(text)).Message);
    }

    [Fact]
    public void Lengths_are_those_of_the_distribution_grammar()
    {
        Assert.True(ImageReference.TryParse("quay.io/" + new string('a', 255), out _, out _));
        Assert.False(ImageReference.TryParse("quay.io/" + new string('a', 256), out _, out var repository));
        Assert.Equal("character 264: a repository is at most 255 characters long", repository.ToString());
        Assert.True(ImageReference.TryParse(new string('a', 247), out _, out _));
        Assert.False(ImageReference.TryParse(new string('a', 248), out _, out _));
        Assert.True(ImageReference.TryParse("a:" + new string('b', 128), out _, out _));
        Assert.False(ImageReference.TryParse("a:" + new string('b', 129), out _, out var tag));
        Assert.Equal("character 131: a tag is at most 128 characters long", tag.ToString());
        Assert.False(ImageReference.TryParse(string.Concat(Enumerable.Repeat("a/", 500_000)) + "a", out _, out var whole));
        Assert.Equal("character 781: an image reference is at most 780 characters long", whole.ToString());
        Assert.False(ImageReference.TryParse(null, out _, out _));
    }

    [Theory]
    [InlineData("nginx\n")]
    [InlineData("nginx\0")]
    [InlineData("nginx:1\r\n")]
    [InlineData("dоcker.io/nginx")]
    [InlineData("docker.io\u200b/nginx")]
    [InlineData("nginx:1:2")]
    [InlineData("nginx@sha256:a@sha256:b")]
    [InlineData("docker.io/../nginx")]
    [InlineData("docker.io/./nginx")]
    [InlineData("docker.io\\nginx")]
    [InlineData("docker.io/nginx?x")]
    [InlineData("user@docker.io/nginx")]
    [InlineData("ⓝginx")]
    public void Hostile_texts_are_refused(string text)
    {
        Assert.False(ImageReference.TryParse(text, out _, out _));
    }
}
