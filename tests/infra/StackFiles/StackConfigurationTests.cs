using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Tests.StackFiles;

public sealed class StackConfigurationTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private StackConfiguration Load(string stackFile, string project = "name: hardening\nruntime: dotnet\n")
    {
        _folder.Write("Pulumi.yaml", project);
        return StackConfiguration.Load(PulumiProject.Load(_folder.Path), _folder.Write("Pulumi.dev.yaml", stackFile));
    }

    private string Refusal(string stackFile, string project = "name: hardening\nruntime: dotnet\n") =>
        Assert.Throws<BadInputException>(() => Load(stackFile, project)).Message;

    [Fact]
    public void Everything_that_a_stack_file_may_hold_beside_config_is_accepted()
    {
        var stack = Load("""
            secretsprovider: awskms://alias/x
            encryptedkey: AQICAHg=
            encryptionsalt: v1:abc=:v1:def:ghi==
            backend:
              url: file:///state
            config:
              aws:region: eu-central-1
              hardening:name: x
            """);

        Assert.Equal(["aws:region", "hardening:name"], stack.Values.Keys.Order());
        Assert.Empty(stack.Warnings);
    }

    [Fact]
    public void An_environment_is_accepted_with_a_warning_that_it_is_not_read() =>
        Assert.Equal(
            "Pulumi.dev.yaml: environment: values from Pulumi ESC environments are not read offline; a preview by the engine sees them",
            Assert.Single(Load("environment: [prod]\n").Warnings).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("# nothing")]
    [InlineData("config:")]
    [InlineData("config: {}")]
    public void A_stack_file_may_be_empty(string file) => Assert.Empty(Load(file).Values);

    [Fact]
    public void A_key_without_a_project_belongs_to_this_one() =>
        Assert.Equal("x", ConfigText.Write(Load("config: {name: x}").Values["hardening:name"]));

    [Fact]
    public void The_old_form_of_a_key_is_read() =>
        Assert.Equal("x", ConfigText.Write(Load("config: {\"hardening:config:name\": x}").Values["hardening:name"]));

    [Fact]
    public void A_project_default_stands_where_the_stack_says_nothing_and_is_not_merged_into_what_it_says()
    {
        var values = Load(
            "config: {hardening:b: {y: 2}}",
            "name: hardening\nruntime: dotnet\nconfig:\n  a: 1\n  hardening:b: {default: {x: 1}}\n  c: {type: string, default: z}\n  aws:region: {value: eu}\n").Values;

        Assert.Equal("1", ConfigText.Write(values["hardening:a"]));
        Assert.Equal("""{"y":2}""", ConfigText.Write(values["hardening:b"]));
        Assert.Equal("z", ConfigText.Write(values["hardening:c"]));
        Assert.Equal("eu", ConfigText.Write(values["aws:region"]));
    }

    [Fact]
    public void Stack_files_may_lie_where_the_project_says()
    {
        _folder.Write("Pulumi.yaml", "name: hardening\nruntime: dotnet\nstackConfigDir: stacks\n");

        Assert.Equal(Path.Combine(_folder.Path, "stacks"), PulumiProject.Load(_folder.Path).StackFileDirectory);
    }

    [Theory]
    [InlineData("[1]", "Pulumi.dev.yaml:1:1: is no stack file: it holds no mapping; start it with config:")]
    [InlineData("config: [1]", "Pulumi.dev.yaml: config: is no mapping; write the keys below it, as in hardening:namespaces:")]
    [InlineData("config: {a:b:c:d: 1}", "Pulumi.dev.yaml: config: is no configuration key (got \"a:b:c:d\"); write <project>:<name>")]
    [InlineData("config: {name: 1, hardening:name: 2}", "hardening:name: is there twice, with and without its project; keep one")]
    [InlineData("config:\n  a: 1\n  a: 2\n", "Pulumi.dev.yaml:3:3: the key \"a\" is there twice; keep one; the first is in line 2")]
    public void What_is_no_stack_file_is_refused(string file, string refusal) => Assert.Equal(refusal, Refusal(file));

    [Fact]
    public void A_value_that_the_project_requires_is_asked_for() =>
        Assert.Equal(
            "hardening:owner: is required by Pulumi.yaml and missing; add it to Pulumi.dev.yaml",
            Refusal("", "name: hardening\nruntime: dotnet\nconfig:\n  owner: {type: string}\n"));

    [Fact]
    public void A_missing_stack_file_is_an_environment_error()
    {
        _folder.Write("Pulumi.yaml", "name: hardening\n");
        var error = Assert.Throws<EnvironmentException>(() => StackConfiguration.Load(PulumiProject.Load(_folder.Path), Path.Combine(_folder.Path, "Pulumi.qa.yaml")));

        Assert.Equal("Pulumi.qa.yaml does not exist", error.Message);
    }

    [Fact]
    public void A_folder_is_no_stack_file_and_neither_are_bytes_that_are_no_text()
    {
        _folder.Write("Pulumi.yaml", "name: hardening\n");
        var path = Path.Combine(_folder.Path, "Pulumi.dev.yaml");
        File.WriteAllBytes(path, [.. "config: {a: "u8, 0xff, .. "}"u8]);
        var project = PulumiProject.Load(_folder.Path);

        Assert.Equal("Pulumi.dev.yaml: is not UTF-8; save it as UTF-8", Assert.Throws<BadInputException>(() => StackConfiguration.Load(project, path)).Problems[0].ToString());
        Assert.EndsWith(" is a folder", Assert.Throws<EnvironmentException>(() => StackConfiguration.Load(project, _folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_file()
    {
        _folder.Write("Pulumi.yaml", "name: hardening\n");
        var path = Path.Combine(_folder.Path, "Pulumi.dev.yaml");
        File.WriteAllText(path, "config: {a: 1}", new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Equal("1", StackConfiguration.Load(PulumiProject.Load(_folder.Path), path).Values["hardening:a"].Text);
    }
}
