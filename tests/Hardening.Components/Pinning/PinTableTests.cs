using System.Text.Json;

namespace Hardening.Components.Tests.Pinning;

public sealed class PinTableTests
{
    private static readonly PinTable Table = PinTable.Read();
    private static readonly ImagePinningRules Rules = new(Table.Digest, Table.TwoNumberVersions);

    public static TheoryData<string> RowNames() => [.. Table.Rows.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(RowNames))]
    public void The_rules_refuse_exactly_the_images_that_the_table_says(string name)
    {
        var row = Table.Rows.Single(row => row.Name == name);

        var refused = row.RefusedBy(image => Rules.Decide(image).IsPinned);

        if (row.Skipped is null)
        {
            Assert.Equal(row.Expected, refused);
        }
        else
        {
            // A row about an exclusion or exception proves something only when the images would be refused without it.
            Assert.NotEmpty(refused);
        }
    }

    [Theory]
    [MemberData(nameof(RowNames))]
    public void With_exclusions_and_exceptions_the_pod_is_judged_as_the_policy_does(string name)
    {
        var row = Table.Rows.Single(row => row.Name == name);

        var refused = ImagePinning.RefusedImages(Table.ToArgs(PolicyEngine.KyvernoValidatingPolicy, Table.Digest), row.Namespace, row.Labels, row.NewImages);

        Assert.Equal(row.Skipped is null ? row.Expected : [], refused.Select(item => item.Image));
    }

    [Theory]
    [InlineData("initContainers")]
    [InlineData("ephemeralContainers")]
    [InlineData("volumes")]
    public void The_table_has_moving_and_fixed_images_in_every_list(string list)
    {
        var rows = Table.Rows.Where(row => row.Spec?.TryGetProperty(list, out _) == true).ToList();

        Assert.Contains(rows, row => row.Expected.Count > 0);
        Assert.Contains(rows, row => row.Expected.Count == 0);
    }

    [Fact]
    public void With_digests_required_only_digests_of_the_table_pass()
    {
        var rules = new ImagePinningRules(ImageDigest.Required);
        var images = Table.Rows.Select(row => row.Spec).OfType<JsonElement>().SelectMany(spec => spec.GetProperty("containers").EnumerateArray())
            .Select(container => container.TryGetProperty("image", out var image) ? image.GetString()! : string.Empty)
            .ToList();

        var passing = images.Where(image => rules.Decide(image).IsPinned).ToList();

        Assert.Equal(3, passing.Count);
        Assert.All(passing, image => Assert.Matches("@sha(256|512):", image));
    }
}
