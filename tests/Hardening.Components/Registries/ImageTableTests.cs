namespace Hardening.Components.Tests.Registries;

public sealed class ImageTableTests
{
    private static readonly ImageTable Table = ImageTable.Read();
    private static readonly RegistryRules Rules = new(Table.Registries);

    public static TheoryData<string> RowNames() => [.. Table.Rows.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(RowNames))]
    public void The_rules_refuse_exactly_the_images_that_the_table_says(string name)
    {
        var row = Table.Rows.Single(row => row.Name == name);

        var refused = row.RefusedBy(image => Rules.Decide(image).IsTrusted);

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

        var refused = RegistryAllowlist.RefusedImages(Table.ToArgs(PolicyEngine.KyvernoValidatingPolicy), row.Namespace, row.Labels, row.NewImages);

        Assert.Equal(row.Skipped is null ? row.Expected : [], refused.Select(item => item.Image));
    }

    [Fact]
    public void The_table_covers_every_list_of_images_with_at_least_sixty_references()
    {
        Assert.True(Table.Rows.Count(row => row.Refused is not null) >= 60);
        foreach (var list in new[] { "initContainers", "ephemeralContainers", "volumes" })
        {
            Assert.Contains(Table.Rows, row => row.Spec?.TryGetProperty(list, out _) == true && row.Expected.Count > 0);
            Assert.Contains(Table.Rows, row => row.Spec?.TryGetProperty(list, out _) == true && row.Expected.Count == 0);
        }
    }
}
