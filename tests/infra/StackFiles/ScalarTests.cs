using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Tests.StackFiles;

/// <summary>What an engine makes of each way to write a scalar: its text as a top-level value, and its JSON within a list.</summary>
public sealed class ScalarTests
{
    public static TheoryData<string, string, string> Table { get; } = new()
    {
        // As written, as a top-level value, as the item of a list.
        { "true", "true", "true" },
        { "True", "true", "true" },
        { "FALSE", "false", "false" },
        { "yes", "yes", "\"yes\"" },
        { "no", "no", "\"no\"" },
        { "on", "on", "\"on\"" },
        { "y", "y", "\"y\"" },
        { "null", "", "null" },
        { "~", "", "null" },
        { "Null", "", "null" },
        { "0", "0", "0" },
        { "-0", "0", "0" },
        { "42", "42", "42" },
        { "+42", "42", "42" },
        { "-17", "-17", "-17" },
        { "1_000", "1000", "1000" },
        { "0x10", "16", "16" },
        { "0X1f", "31", "31" },
        { "0b101", "5", "5" },
        { "0o17", "15", "15" },
        { "017", "15", "15" },
        { "-017", "-15", "-15" },
        { "08", "8", "8" },
        { "0x", "0x", "\"0x\"" },
        { "0xZZ", "0xZZ", "\"0xZZ\"" },
        { "9223372036854775807", "9223372036854775807", "9223372036854775807" },
        { "-9223372036854775808", "-9223372036854775808", "-9223372036854775808" },
        { "99999999999999999999", "100000000000000000000", "100000000000000000000" },
        { "1.20", "1.2", "1.2" },
        { "1.0", "1", "1" },
        { "1.", "1", "1" },
        { ".5", "0.5", "0.5" },
        { "-.5", "-0.5", "-0.5" },
        { "-0.0", "0", "0" },
        { "1e3", "1000", "1000" },
        { "1E3", "1000", "1000" },
        { "1e-3", "0.001", "0.001" },
        { "1.5e300", "1.5e+300", "1.5e+300" },
        { "1e21", "1e+21", "1e+21" },
        { "1e20", "100000000000000000000", "100000000000000000000" },
        { "123456789012345678.0", "123456789012345680", "123456789012345680" },
        { "1e-7", "1e-7", "1e-7" },
        { "0.000001", "0.000001", "0.000001" },
        { "1.5.2", "1.5.2", "\"1.5.2\"" },
        { "1_0.5", "10.5", "10.5" },
        { "1e", "1e", "\"1e\"" },
        { "e3", "e3", "\"e3\"" },
        { "12:30:45", "12:30:45", "\"12:30:45\"" },
        { "64Mi", "64Mi", "\"64Mi\"" },
        { "100m", "100m", "\"100m\"" },
        { "192.168.1.158", "192.168.1.158", "\"192.168.1.158\"" },
        { "2027-03-31", "2027-03-31 00:00:00 +0000 UTC", "\"2027-03-31 00:00:00 +0000 UTC\"" },
        { "2027-3-1", "2027-03-01 00:00:00 +0000 UTC", "\"2027-03-01 00:00:00 +0000 UTC\"" },
        { "2027-03-31T10:11:12Z", "2027-03-31 10:11:12 +0000 UTC", "\"2027-03-31 10:11:12 +0000 UTC\"" },
        { "2027-03-31 10:11:12.5", "2027-03-31 10:11:12.5 +0000 UTC", "\"2027-03-31 10:11:12.5 +0000 UTC\"" },
        { "2027-03-31T10:11:12+02:00", "2027-03-31 10:11:12 +0200 +0200", "\"2027-03-31 10:11:12 +0200 +0200\"" },
        { "2027-02-30", "2027-02-30", "\"2027-02-30\"" },
        { "\"2027-03-31\"", "2027-03-31", "\"2027-03-31\"" },
        { "\"1.20\"", "1.20", "\"1.20\"" },
        { "'1.20'", "1.20", "\"1.20\"" },
        { "!!str 1.20", "1.20", "\"1.20\"" },
        { "! 1.20", "1.20", "\"1.20\"" },
        { "\"true\"", "true", "\"true\"" },
        { "'null'", "null", "\"null\"" },
        { "\"\"", "", "\"\"" },
        { "\"a\\nb\"", "a\nb", "\"a\\nb\"" },
        { "a b  c", "a b  c", "\"a b  c\"" },
        { "ghcr.io/fluxcd", "ghcr.io/fluxcd", "\"ghcr.io/fluxcd\"" },
        { "<<", "<<", "\"<<\"" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_scalar_arrives_as_the_engine_would_hand_it_over(string written, string topLevel, string inList)
    {
        using var folder = new TempFolder();
        folder.Write("Pulumi.yaml", "name: hardening\nruntime: dotnet\n");
        var file = folder.Write("Pulumi.dev.yaml", $"config:\n  hardening:plain: {written}\n  hardening:list: [{written}]\n");

        var values = StackConfiguration.Load(PulumiProject.Load(folder.Path), file).Values;

        Assert.Equal(topLevel, ConfigText.Write(values["hardening:plain"]));
        Assert.Equal($"[{inList}]", ConfigText.Write(values["hardening:list"]));
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void A_value_is_the_same_read_from_the_file_and_from_the_engines_text(string written, string topLevel, string inList)
    {
        Assert.NotNull(topLevel);
        var fromFile = YamlReader.Read(new StringReader($"a: [{written}]")).Members["a"].Items[0];
        var fromEngine = ConfigText.Read($"[{inList}]").Items[0];

        Assert.Equal((fromFile.Kind, fromFile.Text), (fromEngine.Kind, fromEngine.Text));
    }
}
