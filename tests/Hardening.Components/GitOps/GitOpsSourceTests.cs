namespace Hardening.Components.Tests.GitOps;

public sealed class GitOpsSourceTests
{
    private const string Address = "write it as the Applications do, such as https://github.com/owner/name or https://charts.jetstack.io";
    private const string Open = "so that whoever may write an Application deploys anything";

    [Fact]
    public void Everything_that_is_missing_is_said_at_once() => Assert.Equal(
        """
        name: a name cannot be empty; name the project as Applications refer to it
        sourceRepos: is missing, and the project would permit no source; list the Git repositories and Helm registries, or write locked: true for a project that nothing may use
        destinations: is missing, and the project would permit no destination; list the clusters and namespaces that it deploys to
        """,
        Support.Refusal.All(GitOpsProject.Validate(new GitOpsProjectArgs())));

    [Theory]
    [InlineData("https://github.com/example/shop.git")]
    [InlineData("git@github.com:example/shop.git")]
    [InlineData("ssh://git@github.com/example/shop")]
    [InlineData("oci://ghcr.io/example/charts")]
    [InlineData("ghcr.io/example/charts")]
    [InlineData("https://github.com/example/*")]
    [InlineData("https://git.example.org/**")]
    [InlineData("git@ssh.dev.azure.com:v3/example/shop/*")]
    [InlineData("https://git.example.org:8443/a%20b/*")]
    [InlineData("registry.example.org:5000/charts/*")]
    [InlineData("https://git.example.org/ä")]
    public void An_address_is_accepted_as_applications_write_it(string repo)
    {
        Assert.Equal("", Project.Warned(args => args.SourceRepos = [repo]));
        Assert.False(GitOpsProject.IsAnybodys(repo));
    }

    [Theory]
    [InlineData("*", "permits every repository there is")]
    [InlineData("**", "permits every repository there is")]
    [InlineData("https://*", "permits repositories that anybody can make")]
    [InlineData("https://github.com/*/*", "permits repositories that anybody can make")]
    [InlineData("https://github.com", "permits repositories that anybody can make")]
    [InlineData("https://GitHub.com/**", "permits repositories that anybody can make")]
    [InlineData("git@github.com:*/shop", "permits repositories that anybody can make")]
    [InlineData("ghcr.io/*/charts", "permits repositories that anybody can make")]
    [InlineData("https://git*.example.org/a", "permits repositories that anybody can make")]
    [InlineData("https://raw.githubusercontent.com/*/charts/main", "permits repositories that anybody can make")]
    [InlineData("git@ssh.dev.azure.com:v3/*/shop/web", "permits repositories that anybody can make")]
    [InlineData("ssh://git@ssh.github.com:443/*/shop", "permits repositories that anybody can make")]
    public void What_anybody_can_put_manifests_into_needs_a_reason(string repo, string refusal)
    {
        Assert.Equal($"sourceRepos[0]: {refusal}, {Open} (got \"{repo}\"); list the repositories, or say in reason why not", Project.Refused(args => args.SourceRepos = [repo]));
        Assert.Equal("", Project.Warned(args => (args.SourceRepos, args.Reason) = ([repo], "a sandbox")));
        Assert.True(GitOpsProject.IsAnybodys(repo));
    }

    [Theory]
    [InlineData("!https://github.com/evil/charts")]
    [InlineData("!x")]
    public void A_negation_permits_everything_else_and_stands_beside_a_star_only(string repo) => Assert.Equal(
        $"sourceRepos[1]: permits every repository but this one: Argo CD lets what a negation does not match pass, whatever else is listed (got \"{repo}\"); remove it and list what is permitted, or write * beside it, with a reason",
        Project.Refused(args => args.SourceRepos = ["https://charts.jetstack.io", repo]));

    [Theory]
    [InlineData("!*")]
    [InlineData("!**")]
    [InlineData("!")]
    public void Taking_everything_away_is_refused(string repo) => Assert.Equal(
        $"sourceRepos[1]: takes everything away (got \"{repo}\"); remove it",
        Project.Refused(args => (args.SourceRepos, args.Reason) = (["*", repo], "a sandbox")));

    [Theory]
    [InlineData("https://git.example.org:*/shop")]
    [InlineData("ssh://git@git.example.org:example/shop")]
    [InlineData("ssh://g*t@git.example.org/shop")]
    [InlineData("gït@git.example.org:example/shop")]
    [InlineData("https://git.example.org/%zz")]
    [InlineData("https://git.example.org/100%")]
    [InlineData("10.0.0.1:5000/charts")]
    [InlineData("my_registry.example:5000/charts")]
    [InlineData("git@git.example.org:example/shop@v1")]
    [InlineData("https://git.example.org/ä/*")]
    [InlineData("https://git.example.org/a?/ä")]
    public void What_argo_cd_reads_as_no_address_or_as_no_pattern_is_refused(string repo)
    {
        Assert.Equal($"sourceRepos[0]: is no address that Argo CD can read, and permits others that it cannot read, or nothing (got \"{repo}\"); {Address}", Project.Refused(args => args.SourceRepos = [repo]));
        Assert.Equal(
            $"sourceRepos[1]: is no address that Argo CD can read, so that it takes nothing away (got \"!{repo}\"); {Address}",
            Project.Refused(args => (args.SourceRepos, args.Reason) = (["*", "!" + repo], "a sandbox")));
    }

    [Fact]
    public void A_negation_may_be_of_an_address_over_ssh() =>
        Assert.Equal("", Project.Warned(args => (args.SourceRepos, args.Reason) = (["*", "!ssh://git@github.com/evil/charts", "!git@github.com:evil/*"], "a sandbox")));

    [Theory]
    [InlineData("shop")]
    [InlineData("file:///srv/git/shop")]
    [InlineData("https://github.com/example/shop, https://evil.example")]
    [InlineData("https:///shop")]
    [InlineData("git@github.com")]
    [InlineData("https://github.com/a\n/b")]
    public void What_is_no_address_is_refused(string repo) => Assert.Equal(
        $"sourceRepos[0]: is no address of a repository (got \"{repo.Replace("\n", "\\n", StringComparison.Ordinal)}\"); {Address}",
        Project.Refused(args => args.SourceRepos = [repo]));

    [Fact]
    public void Credentials_are_refused_and_not_shown() => Assert.Equal(
        """
        sourceRepos[0]: carries a user name or a password; leave them out, and give Argo CD a repository secret
        sourceRepos[1]: carries a user name or a password; leave them out, and give Argo CD a repository secret
        """,
        Project.Refused(args => args.SourceRepos = ["https://user:hunter2@github.com/example/shop", "ssh://git:hunter2@github.com/example/shop"]));

    [Fact]
    public void The_same_repository_in_two_spellings_is_refused() => Assert.Equal(
        "sourceRepos[1]: is listed twice: case and .git do not count (got \"https://github.com/Example/Shop.git\"); remove one of the two",
        Project.Refused(args => args.SourceRepos = ["https://github.com/example/shop", "https://github.com/Example/Shop.git"]));

    [Fact]
    public void Brackets_are_refused() => Assert.Equal(
        "sourceRepos[0]: has brackets, which Argo CD reads as a pattern (got \"https://github.com/{a,b}/c\"); write one item for each repository, or * and ?",
        Project.Refused(args => args.SourceRepos = ["https://github.com/{a,b}/c"]));

    [Fact]
    public void No_encryption_and_a_slash_at_the_end_are_warned_of() => Assert.Equal(
        """
        sourceRepos[0]: http://charts.example.org/x is not encrypted: whoever stands in between writes the manifests
        sourceRepos[1]: https://charts.example.org/y/ ends in a slash, and Argo CD compares addresses whole: an Application that leaves the slash out is refused
        """,
        Project.Warned(args => args.SourceRepos = ["http://charts.example.org/x", "https://charts.example.org/y/"]));

    [Fact]
    public void A_locked_project_has_nothing_and_the_default_project_is_only_locked()
    {
        Assert.Equal("name: is made by Argo CD, and every Application that names no project belongs to it (got \"default\"); write locked: true, and give Applications a project of their own", Project.Refused(args => args.Name = "default"));
        Assert.Equal(
            """
            sourceRepos: is stated, and a locked project permits nothing; remove it, or write locked: false
            destinations: is stated, and a locked project permits nothing; remove it, or write locked: false
            """,
            Project.Refused(args => args.Locked = true));
    }

    [Theory]
    [InlineData("*", "lets Applications of every namespace use the project", "list the namespaces, or say in reason why not")]
    [InlineData("?*", "lets Applications of every namespace use the project", "list the namespaces, or say in reason why not")]
    [InlineData("/", "a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit", "write a namespace's name; * and ? stand for any characters")]
    [InlineData("Team", "a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit", "write a namespace's name; * and ? stand for any characters")]
    [InlineData("!team", "a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit", "write a namespace's name; * and ? stand for any characters")]
    [InlineData("/team/", "is a regular expression that may match a part of a longer name", "start it with ^, end it with $, and write alternatives as items of their own")]
    [InlineData("/^a|b$/", "is a regular expression that may match a part of a longer name", "start it with ^, end it with $, and write alternatives as items of their own")]
    [InlineData("/^(a$/", "is no regular expression", "correct it, or write names")]
    public void Source_namespaces_are_names_patterns_or_whole_expressions(string text, string refusal, string fix) =>
        Assert.Equal($"sourceNamespaces[0]: {refusal} (got \"{text}\"); {fix}", Project.Refused(args => args.SourceNamespaces = [text]));
}
