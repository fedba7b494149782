using System.Text.Json;
using Pulumi.Testing;
using Pulumi.Tests.Support;

namespace Pulumi.Tests.Runs;

public sealed class ConfigTests
{
    [Fact]
    public async Task Configuration_is_the_JSON_object_in_PULUMI_CONFIG_and_the_project_is_the_default_name()
    {
        await With("""{"project:text":"x","other:text":"y"}""", () =>
        {
            Assert.Equal("x", new Config().Get("text"));
            Assert.Equal("x", new Config("project").Require("text"));
            Assert.Equal("x", new Config("project:config").Require("text"));
            Assert.Equal("y", new Config("other").Get("text"));
            Assert.Null(new Config().Get("absent"));
        });
    }

    [Fact]
    public async Task A_key_with_config_in_the_middle_is_cleaned()
    {
        await With("""{"project:config:text":"x"}""", () => Assert.Equal("x", new Config().Get("text")));
    }

    [Fact]
    public async Task Configuration_is_read_when_the_run_begins()
    {
        await With("""{"project:text":"x"}""", () =>
        {
            Environment.SetEnvironmentVariable("PULUMI_CONFIG", """{"project:text":"changed"}""");
            Assert.Equal("x", new Config().Get("text"));
        });
    }

    [Fact]
    public async Task Typed_values_are_read_from_their_text()
    {
        await With("""{"project:yes":"true","project:no":"false","project:int":"7","project:double":"1.5"}""", () =>
        {
            var config = new Config();
            Assert.True(config.GetBoolean("yes"));
            Assert.False(config.RequireBoolean("no"));
            Assert.Equal(7, config.GetInt32("int"));
            Assert.Equal(7, config.RequireInt32("int"));
            Assert.Equal(1.5, config.GetDouble("double"));
            Assert.Equal(1.5, config.RequireDouble("double"));
            Assert.Null(config.GetBoolean("absent"));
            Assert.Null(config.GetInt32("absent"));
            Assert.Null(config.GetDouble("absent"));
        });
    }

    [Fact]
    public async Task Raw_numbers_arrays_and_objects_work_but_a_raw_true_does_not()
    {
        await With("""{"project:int":7,"project:list":["a"],"project:true":true}""", () =>
        {
            var config = new Config();
            Assert.Equal(7, config.GetInt32("int"));
            Assert.Equal(["a"], config.RequireObject<string[]>("list"));
            Assert.Equal("True", config.Get("true"));
            Assert.ThrowsAny<RunException>(() => config.GetBoolean("true"));
        });
    }

    [Fact]
    public async Task Nested_values_arrive_as_JSON_text_and_are_case_sensitive_ignoring_unknown_members_by_default()
    {
        await With("""{"project:object":"{\"Name\":\"x\",\"name\":\"y\",\"more\":1}","project:broken":"{"}""", () =>
        {
            var config = new Config();
            Assert.Equal("x", config.GetObject<Named>("object")?.Name);
            Assert.Equal("y", config.RequireObject<Named>("object", new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase }).Name);
            Assert.Equal("x", config.GetObject<Named>("object", new JsonSerializerOptions())?.Name);
            Assert.Null(config.GetObject<Named>("absent"));
            var failure = Assert.ThrowsAny<RunException>(() => config.GetObject<Named>("broken"));
            Assert.Equal($"Configuration 'project:broken' value '{{' is not a valid {typeof(Named).FullName}", failure.Message);
        });
    }

    [Fact]
    public async Task A_value_of_another_type_is_refused_with_key_and_value()
    {
        await With("""{"project:text":"x"}""", () =>
        {
            var config = new Config();
            Assert.Equal("Configuration 'project:text' value 'x' is not a valid Boolean", Assert.ThrowsAny<RunException>(() => config.GetBoolean("text")).Message);
            Assert.Equal("Configuration 'project:text' value 'x' is not a valid Int32", Assert.ThrowsAny<RunException>(() => config.GetInt32("text")).Message);
            Assert.Equal("Configuration 'project:text' value 'x' is not a valid Double", Assert.ThrowsAny<RunException>(() => config.GetDouble("text")).Message);
        });
    }

    [Fact]
    public async Task A_missing_required_value_says_how_to_set_it()
    {
        await With("{}", () =>
        {
            var config = new Config();
            Action[] reads =
            [
                () => config.Require("key"),
                () => config.RequireBoolean("key"),
                () => config.RequireInt32("key"),
                () => config.RequireDouble("key"),
                () => config.RequireObject<Named>("key"),
                () => config.RequireObject<Named>("key", new JsonSerializerOptions()),
                () => config.RequireSecret("key"),
            ];
            Assert.All(reads, read => Assert.Equal(
                "Missing Required configuration variable 'project:key'\n\tplease set a value using the command `pulumi config set project:key <value>`",
                Assert.ThrowsAny<RunException>(read).Message));
        });
    }

    [Fact]
    public async Task Get_is_plain_and_GetSecret_always_marks_whatever_the_secret_keys_say()
    {
        using var secretKeys = new EnvironmentScope(("PULUMI_CONFIG_SECRET_KEYS", """["project:text"]"""));
        await With("""{"project:text":"x","project:plain":"y"}""", () =>
        {
            var config = new Config();
            Assert.Equal("x", config.Get("text"));
            Assert.True(Output.IsSecretAsync(config.GetSecret("plain")!).GetAwaiter().GetResult());
            Assert.True(Output.IsSecretAsync(config.RequireSecret("text")).GetAwaiter().GetResult());
            Assert.Null(config.GetSecret("absent"));
        });
    }

    private static async Task With(string config, Action read)
    {
        using var scope = new EnvironmentScope(("PULUMI_CONFIG", config));
        await Deployment.TestAsync(new RecordingMocks(), new TestOptions(), read);
    }

    private sealed class Named
    {
        public string? Name { get; set; }
    }
}
