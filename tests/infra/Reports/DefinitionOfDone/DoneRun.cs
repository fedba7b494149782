using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Reading;
using Hardening.Infra.Reports.DefinitionOfDone;
using Hardening.Infra.StackFiles;
using Hardening.Infra.Stacks;
using Hardening.Infra.Tests.Commands;
using Hardening.Preview;

namespace Hardening.Infra.Tests.Reports.DefinitionOfDone;

/// <summary>The report's lines over a plan.</summary>
internal static class DoneRun
{
    /// <summary>The sections of a stack of this repository.</summary>
    public static IReadOnlyDictionary<string, ConfigNode> Sections(string stack) =>
        PlanSource.Of(StackConfiguration.Load(PulumiProject.Load(TestFiles.Root), TestFiles.InRepository($"Pulumi.{stack}.yaml"))).Sections;

    /// <summary>The sections of a plan written as YAML, without the <c>config:</c> around it.</summary>
    public static IReadOnlyDictionary<string, ConfigNode> Read(string yaml) => YamlReader.Read(new StringReader(yaml)).Members.ToDictionary(StringComparer.Ordinal);

    public static async Task<IReadOnlyList<DoneLine>> LinesAsync(IReadOnlyDictionary<string, ConfigNode> sections, DateOnly? asOf = null)
    {
        var plan = PlanReader.Read(new PlanSource(sections, new HashSet<string>())).OrThrow();
        var captured = await StackCapture.RunAsync(options => new HardeningStack(plan, options), new CaptureOptions { Project = "hardening", Stack = "test" });
        Assert.Empty(captured.Errors);
        return DoneEvidence.Lines(new DoneFacts(plan, captured, asOf ?? CliRun.Today));
    }

    /// <summary>A line as a test states it.</summary>
    public static string Text(DoneLine line) => $"{line.Namespace ?? "-"} {line.Control} {DoneText.Word(line.State)}: {line.Evidence}{(line.Mend is null ? "" : "; " + line.Mend)}";
}
