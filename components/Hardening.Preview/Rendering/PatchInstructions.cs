using Hardening.Preview.Yaml;

namespace Hardening.Preview.Rendering;

/// <summary>How the patches reach their objects: a readme that says it and a script that does it.</summary>
internal static class PatchInstructions
{
    private const string FieldManagerAnnotation = "pulumi.com/patchFieldManager";
    private const string ForceAnnotation = "pulumi.com/patchForce";

    public static void Write(List<TreeFile> patches, string fieldManager, Utf8Buffer buffer, List<RenderedPiece> output)
    {
        patches.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        var commands = patches.ConvertAll(patch => Command(patch, fieldManager));

        var start = buffer.Length;
        buffer.Write("""
            # Patches

            Each file holds only the fields that the stack sets on an object which something else owns. They are server-side-apply patches and not
            part of the kustomizations, which would take them for whole objects. Deliver all of them with

                sh patches/apply.sh

            or one by one, from this folder:


            """u8);
        foreach (var command in commands)
        {
            buffer.Write("    "u8);
            buffer.Write(command);
            buffer.Write((byte)'\n');
        }

        output.Add(new RenderedPiece("patches/README.md", buffer, start, buffer.Length - start));

        start = buffer.Length;
        buffer.Write("#!/bin/sh\n# Applies every patch to the cluster of the current kubectl context.\nset -eu\ncd \"$(dirname \"$0\")\"\n"u8);
        foreach (var command in commands)
        {
            buffer.Write(command);
            buffer.Write((byte)'\n');
        }

        output.Add(new RenderedPiece("patches/apply.sh", buffer, start, buffer.Length - start));
    }

    private static string Command(TreeFile patch, string fieldManager)
    {
        var annotations = patch.Resource.Inputs["metadata"]?["annotations"];
        var manager = annotations?[FieldManagerAnnotation]?.Text ?? fieldManager;
        var force = string.Equals(annotations?[ForceAnnotation]?.Text, "true", StringComparison.OrdinalIgnoreCase) ? " --force-conflicts" : "";
        return $"kubectl apply --server-side --field-manager={ShellWord(manager)}{force} -f {patch.Path["patches/".Length..]}";
    }

    private static string ShellWord(string text) => text.Length > 0 && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/')
        ? text
        : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
