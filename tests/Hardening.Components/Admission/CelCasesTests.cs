using System.Globalization;
using System.Text.Json;
using Hardening.Components.Tests.Images;
using Hardening.Components.Tests.Pinning;
using Hardening.Components.Tests.Registries;
using Hardening.Components.Tests.Support;
using Hardening.Components.Tests.Workloads;

namespace Hardening.Components.Tests.Admission;

/// <summary>
/// Writes what <c>tests/cel/evaluate.mjs</c> compares: the policies of each engine for the tables, and the decisions of the C# rules for the settings of the tables and for
/// those of rendered trees. <c>HARDENING_CEL</c> names the folder to write to.
/// </summary>
public sealed class CelCasesTests
{
    private const int DrawnImages = 2000;
    private const int DrawnPods = 500;
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    [Fact]
    public async Task Policies_and_decisions_for_the_CEL_tables_are_written()
    {
        var folder = Environment.GetEnvironmentVariable("HARDENING_CEL") ?? Directory.CreateTempSubdirectory("hardening-cel").FullName;
        Directory.CreateDirectory(folder);
        var images = ImageTable.Read();
        var pins = PinTable.Read();
        var contexts = ContextTable.Read();
        var manifests = new List<IReadOnlyDictionary<string, object>>();
        foreach (var engine in PolicyEngine.All)
        {
            await RunAsync(() => _ = new RegistryAllowlist("table", images.ToArgs(engine)));
        }

        foreach (var engine in new[] { PolicyEngine.KyvernoValidatingPolicy, PolicyEngine.KubernetesAdmissionPolicy })
        {
            foreach (var digest in ImageDigest.All)
            {
                await RunAsync(() => _ = new ImagePinning("table", pins.ToArgs(engine, digest)));
            }
        }

        foreach (var engine in new[] { PolicyEngine.KyvernoValidatingPolicy, PolicyEngine.KubernetesAdmissionPolicy })
        {
            foreach (var profile in ContextTable.Profiles)
            {
                await RunAsync(() => _ = new WorkloadSecurity("table", contexts.ToArgs(engine, profile)));
            }
        }

        CelDecisions[] decisions = [.. Registries(images), .. Pinning(pins), .. Contexts(contexts)];
        await File.WriteAllTextAsync(Path.Combine(folder, "policies.json"), JsonSerializer.Serialize(manifests, Indented));
        await File.WriteAllTextAsync(Path.Combine(folder, "decisions.json"), JsonSerializer.Serialize(decisions, Indented));

        // Drawn images that all fall on one side would prove nothing.
        Assert.All(decisions.Where(decision => decision.DrawnPods is null), decision => Assert.InRange(decision.Drawn.Count(pair => pair.Refused), 1, decision.Drawn.Count - 1));
        // A plan's own user may be that of no drawn pod.
        Assert.All(decisions.Select(decision => decision.DrawnPods).OfType<IReadOnlyList<DrawnPod>>().Take(ContextTable.Profiles.Count), pods => Assert.InRange(pods.Count(pod => pod.Refused.Count > 0), 1, pods.Count - 1));
        Assert.Equal(
            ["PolicyException", "ValidatingPolicy", "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding", "ClusterPolicy"],
            manifests.Select(manifest => (string)manifest["kind"]).Distinct(StringComparer.Ordinal));

        async Task RunAsync(Action create) =>
            manifests.AddRange((await RecordedStack.RunAsync(create)).Resources.Where(resource => resource.Inputs.ContainsKey("kind")).Select(resource => resource.Inputs));
    }

    private static IEnumerable<CelDecisions> Registries(ImageTable table)
    {
        string[][] lists = [[.. new RegistryRules(table.Registries).Trusted], .. RenderedTrees.Settings("trusted").Select(settings => settings[0])];
        var drawn = RandomImages.Draw(DrawnImages, [.. lists.SelectMany(list => list).Distinct(StringComparer.Ordinal)]);
        return lists.Select(trusted =>
        {
            var rules = new RegistryRules(trusted);
            return CelDecisions.Of("registries", [trusted], table.Rows, drawn, image => rules.Decide(image).IsTrusted);
        });
    }

    private static IEnumerable<CelDecisions> Pinning(PinTable table)
    {
        string[] twoNumbers = [.. new ImagePinningRules(ImageDigest.Optional, table.TwoNumberVersions).TwoNumberVersions];
        string[][][] choices = [.. ImageDigest.All.Select(digest => new[] { [digest], twoNumbers }), .. RenderedTrees.Settings("digest", "twoNumbers")];
        var drawn = RandomImages.DrawTagged(DrawnImages, [.. twoNumbers, "nginx", "ghcr.io/example/app", "registry.local:5000/app"]);
        return choices.Select(settings =>
        {
            var rules = new ImagePinningRules(settings[0][0], settings[1]);
            return CelDecisions.Of("pinning", settings, table.Rows, drawn, image => rules.Decide(image).IsPinned);
        });
    }

    private static IEnumerable<CelDecisions> Contexts(ContextTable table)
    {
        string[][][] choices =
        [
            .. ContextTable.Profiles.Select(profile => new string[][] { [profile], [table.UserOf(profile)?.ToString(CultureInfo.InvariantCulture) ?? "any"], [.. table.AddCapabilities] }),
            .. RenderedTrees.Settings("profile", "user", "added"),
        ];
        var drawn = RandomPods.Draw(DrawnPods);
        return choices.Select(settings =>
        {
            var rules = new WorkloadSecurityRules(settings[0][0], int.TryParse(settings[1][0], CultureInfo.InvariantCulture, out var user) ? user : null, settings[2]);
            return new CelDecisions("contexts", settings, [.. table.Rows.Select(row => rules.Violations(row.Spec, row.OldSpec))], [])
            {
                DrawnPods = [.. drawn.Select(spec => new DrawnPod(spec, rules.Violations(spec)))],
            };
        });
    }
}
