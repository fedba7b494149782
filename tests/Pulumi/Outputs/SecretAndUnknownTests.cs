using System.Collections.Immutable;
using Pulumi.Tests.Support;
using Pulumi.Utilities;

namespace Pulumi.Tests.Outputs;

public sealed class SecretAndUnknownTests
{
    [Fact]
    public async Task In_mocks_a_secret_is_unwrapped_to_the_plain_value_at_every_depth()
    {
        var sent = await Run.Sent(new Dictionary<string, object>
        {
            ["deep"] = new List<object> { Output.CreateSecret(Output.Create("s")) },
            ["whole"] = Output.CreateSecret(new NestedArgs { Text = Output.CreateSecret("t") }),
        });

        var map = Assert.IsType<ImmutableDictionary<string, object>>(sent);
        Assert.Equal(["s"], Run.Items(map["deep"]));
        Assert.Equal("t", ((ImmutableDictionary<string, object>)map["whole"])["text"]);
    }

    [Fact]
    public async Task In_mocks_one_unknown_anywhere_removes_the_whole_top_level_property_without_a_marker()
    {
        var unknown = OutputUtilities.CreateUnknown("u");
        var mocks = await Run.Resources(() => _ = new Probe("probe", new ProbeArgs
        {
            Text = "kept",
            List = new InputList<string> { "a", unknown },
            Nested = new NestedArgs { Items = new[] { "a" }, Text = unknown },
            Value = new Dictionary<string, object> { ["deep"] = new List<object> { "a", unknown } },
        }));

        Assert.Equal(["text"], mocks.InputsOf("probe").Keys);
    }

    [Fact]
    public async Task In_a_preview_output_fields_missing_from_the_returned_state_are_unknown_and_Apply_does_not_run()
    {
        Probe? probe = null;
        var ran = false;
        await Run.Resources(() =>
        {
            probe = new Probe("probe");
            probe.Text.Apply(_ => ran = true);
        });

        Assert.False(await Run.IsKnown(probe!.Text));
        Assert.False(await Run.IsKnown(probe.Number));
        Assert.False(ran);
    }

    [Fact]
    public async Task In_an_update_output_fields_missing_from_the_returned_state_are_known_null()
    {
        Probe? probe = null;
        await Run.Resources(() => probe = new Probe("probe"), isPreview: false);

        Assert.True(await Run.IsKnown(probe!.Text));
        Assert.Null(await Run.Value(probe.Text));
        Assert.Equal(0, await Run.Value(probe.Number));
    }

    [Fact]
    public async Task IsPreview_defaults_to_true()
    {
        var isDryRun = false;
        await Deployment.TestAsync(new RecordingMocks(), new Testing.TestOptions(), () => isDryRun = Deployment.Instance.IsDryRun);

        Assert.True(isDryRun);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_null_id_from_the_mock_gives_an_unknown_id(bool isPreview)
    {
        Probe? probe = null;
        var mocks = new RecordingMocks { Answer = args => Task.FromResult<(string?, object)>((null, args.Inputs)) };
        await Run.Resources(() => probe = new Probe("probe"), mocks, isPreview);

        Assert.False(await Run.IsKnown(probe!.Id));
    }

    [Fact]
    public async Task In_mocks_secrets_also_vanish_downstream()
    {
        Probe? probe = null;
        await Run.Resources(() => probe = new Probe("probe", new ProbeArgs { Text = Output.CreateSecret("s") }));

        Assert.Equal("s", await Run.Value(probe!.Text));
        Assert.False(await Output.IsSecretAsync(probe.Text));
    }

    [Fact]
    public async Task Secrets_and_unknowns_in_the_state_that_a_mock_returns_mark_the_outputs()
    {
        Probe? probe = null;
        var mocks = new RecordingMocks
        {
            Answer = _ => Task.FromResult<(string?, object)>(("id", new Dictionary<string, object>
            {
                ["text"] = Output.CreateSecret("s"),
                ["value"] = new Dictionary<string, object> { ["deep"] = OutputUtilities.CreateUnknown("u") },
                ["number"] = 7,
            })),
        };
        await Run.Resources(() => probe = new Probe("probe"), mocks, isPreview: false);

        Assert.True(await Output.IsSecretAsync(probe!.Text));
        Assert.Equal("s", await Run.Value(probe.Text));
        Assert.False(await Run.IsKnown(probe.Value));
        Assert.Equal(7, await Run.Value(probe.Number));
        Assert.False(await Output.IsSecretAsync(probe.Number));
    }

    [Fact]
    public async Task A_secret_null_in_a_map_is_null_kept_in_the_map_but_at_the_top_an_absent_key()
    {
        var mocks = await Run.Resources(() => _ = new Probe("probe", new ProbeArgs
        {
            Text = Output.CreateSecret((string)null!),
            Value = new Dictionary<string, object> { ["secret"] = Output.CreateSecret((string)null!), ["plain"] = Output.Create((string)null!) },
        }));

        Assert.Equal(["value"], mocks.InputsOf("probe").Keys);
        var value = Assert.IsType<ImmutableDictionary<string, object>>(mocks.InputsOf("probe")["value"]);
        Assert.Null(Assert.Single(value, entry => entry.Key == "secret").Value);
        Assert.Equal(["secret"], value.Keys);
    }

    [Fact]
    public async Task A_mock_that_answers_with_the_args_themselves_keeps_their_secret_and_unknown_marks()
    {
        Probe? probe = null;
        var args = new ProbeArgs
        {
            Text = Output.CreateSecret("s"),
            Number = OutputUtilities.CreateUnknown(1),
            Value = new Dictionary<string, object> { ["deep"] = new List<object> { "plain", Output.CreateSecret("t") } },
        };
        var mocks = new RecordingMocks { Answer = _ => Task.FromResult<(string?, object)>(("id", args)) };
        await Run.Resources(() => probe = new Probe("probe", args), mocks, isPreview: false);

        Assert.Equal("s", await Run.Value(probe!.Text));
        Assert.True(await Output.IsSecretAsync(probe.Text));
        Assert.False(await Run.IsKnown(probe.Number));
        Assert.True(await Output.IsSecretAsync(probe.Value));
        var value = Assert.IsType<ImmutableDictionary<string, object>>(await Run.Value(probe.Value));
        Assert.Equal(["plain", "t"], Run.Items(value["deep"]));
    }

    [Fact]
    public async Task A_mock_may_answer_with_other_args_or_with_a_dictionary_of_strings()
    {
        Probe? args = null;
        Probe? dictionary = null;
        var mocks = new RecordingMocks
        {
            Answer = request => Task.FromResult<(string?, object)>((
                "id",
                request.Name == "args" ? new NestedArgs { Text = "from args" } : new Dictionary<string, string> { ["text"] = "from dictionary" })),
        };
        await Run.Resources(
            () =>
            {
                args = new Probe("args");
                dictionary = new Probe("dictionary");
            },
            mocks);

        Assert.Equal("from args", await Run.Value(args!.Text));
        Assert.Equal("from dictionary", await Run.Value(dictionary!.Text));
    }

    [Fact]
    public async Task Items_of_a_list_keep_their_own_marks_until_it_is_flattened()
    {
        var list = new InputList<string> { "plain", Output.CreateSecret("s") };

        Assert.True(await Output.IsSecretAsync((Output<ImmutableArray<string>>)list));
        Assert.Equal(["plain", "s"], (IEnumerable<string>)await Run.Value((Output<ImmutableArray<string>>)list));
    }
}
