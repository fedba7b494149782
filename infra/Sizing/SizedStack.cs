using System.Text;
using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Reading;
using Hardening.Infra.StackFiles;
using Hardening.Infra.StackFiles.Editing;

namespace Hardening.Infra.Sizing;

/// <summary>A stack file with proposed numbers in it, read again as a plan.</summary>
/// <param name="Text">The file's text.</param>
/// <param name="Stack">Its configuration.</param>
/// <param name="Result">Its plan, and what is wrong with that.</param>
internal sealed record SizedStack(string Text, StackConfiguration Stack, PlanResult Result)
{
    private const string Config = "config";
    private static readonly string[] NextTo = ["name", "adopt", "force", "size"];
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Puts changes into a stack file's text; nothing is written.</summary>
    /// <exception cref="BadInputException">A number stands where it cannot be changed alone.</exception>
    public static SizedStack Of(PulumiProject project, string path, IReadOnlyList<SizingChange> changes)
    {
        var fileName = Path.GetFileName(path);
        var bytes = File.ReadAllBytes(path);
        var marked = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        try
        {
            var text = Strict.GetString(bytes.AsSpan(marked ? Encoding.UTF8.Preamble.Length : 0));
            var key = SectionKey(YamlReader.Read(new StringReader(text)), project.Name, fileName);
            var edited = YamlEditor.Edit(text, changes.Select(change => new YamlEdit([Config, key, change.NamespaceIndex, .. change.Members.Select(member => (YamlStep)member)], change.New, NextTo)).ToList());
            var stack = StackConfiguration.Of(project, fileName, YamlReader.Read(new StringReader(edited)));
            return new SizedStack((marked ? "\uFEFF" : "") + edited, stack, PlanReader.Read(PlanSource.Of(stack)));
        }
        catch (YamlFileException error)
        {
            throw new BadInputException(new Problem(FormattableString.Invariant($"{fileName}:{error.Line}:{error.Column}"), null, error.Message, error.Fix));
        }
        catch (DecoderFallbackException)
        {
            throw new BadInputException(new Problem(fileName, null, "is not UTF-8", "save it as UTF-8"));
        }
    }

    /// <summary>Puts the text in the file's place at once: a reader sees the old file or the new one.</summary>
    public void Write(string path)
    {
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;

        // Another file takes its place, which a file that may not be written would not hinder.
        if (File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly))
            throw new EnvironmentException($"{Path.GetFileName(path)} may not be written", "make it writable, or run this again without --write");
        var temporary = FormattableString.Invariant($"{target}.{Environment.ProcessId}.tmp");
        try
        {
            File.WriteAllText(temporary, Text, Strict);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>The key of the section as the file writes it: with its project, or without.</summary>
    private static string SectionKey(ConfigNode root, string project, string fileName)
    {
        var section = PlanSections.Namespaces[(PlanSections.Project.Length + 1)..];
        var spellings = new[] { PlanSections.Namespaces, $"{PlanSections.Project}:config:{section}" }.Concat(project == PlanSections.Project ? [section] : []);
        return spellings.FirstOrDefault(spelling => root.Members.GetValueOrDefault(Config)?.Members.ContainsKey(spelling) == true)
            ?? throw new BadInputException(new Problem(PlanSections.Namespaces, null, $"does not stand in {fileName}", "write the section there"));
    }
}
