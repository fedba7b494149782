// A program elsewhere: it has the packages and nothing else of the repository. It previews a stack of its own; expected.txt is what it prints.
using Consumer;
using Hardening.Preview;

var captured = await StackCapture.RunAsync(options => new ShopStack(options), new CaptureOptions { Project = "shop", Stack = "dev" });
List<Finding> findings = [.. captured.Errors, .. captured.Warnings, .. ManifestChecks.Check(captured)];
Console.Write(PreviewText.Render(PreviewTree.Build(captured, findings), findings));
return findings.Exists(finding => finding.Severity == FindingSeverity.Error) ? 1 : 0;
