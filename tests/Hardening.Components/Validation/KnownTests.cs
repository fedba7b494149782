using Pulumi;
using Pulumi.Utilities;

namespace Hardening.Components.Tests.Validation;

public sealed class KnownTests
{
    [Fact]
    public void A_literal_is_known()
    {
        Assert.True(Known.TryGet<string>("x", out var value));
        Assert.Equal("x", value);
    }

    [Fact]
    public void A_missing_input_is_not_known()
    {
        Assert.False(Known.TryGet<string>(null, out _));
        Assert.False(Known.TryGet<string>((string)null!, out _));
    }

    [Fact]
    public void An_unknown_output_is_not_known()
    {
        Assert.False(Known.TryGet<string>(OutputUtilities.CreateUnknown("x"), out _));
    }

    [Fact]
    public void A_value_that_is_still_being_computed_is_not_waited_for()
    {
        var pending = new TaskCompletionSource<string>();

        Assert.False(Known.TryGet<string>(Output.Create(pending.Task), out _));
    }

    [Fact]
    public void A_failed_computation_is_not_known()
    {
        Assert.False(Known.TryGet<string>(Output.Create(Task.FromException<string>(new InvalidOperationException("boom"))), out _));
    }

    [Fact]
    public void A_secret_is_known_and_recognised_and_not_printable()
    {
        Input<string> secret = Output.CreateSecret("s3cret");

        Assert.True(Known.TryGet(secret, out var value));
        Assert.Equal("s3cret", value);
        Assert.True(Known.IsSecret(secret));
        Assert.Null(Known.Printable(secret, value));
        Assert.Equal("x", Known.Printable("x", "x"));
    }

    [Fact]
    public void What_is_still_being_computed_counts_as_secret()
    {
        Assert.True(Known.IsSecret<string>(Output.Create(new TaskCompletionSource<string>().Task)));
    }
}
