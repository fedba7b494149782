using Hardening.Preview.Yaml;

namespace Hardening.Preview.Rendering;

/// <summary>How the patches reach their objects: a readme that says it and a script that does it.</summary>
internal static class PatchInstructions
{
    private const string FieldManagerAnnotation = "pulumi.com/patchFieldManager";
    private const string ForceAnnotation = "pulumi.com/patchForce";

    public static void Write(List<TreeFile> patches, PatchWaits waits, string fieldManager, Utf8Buffer buffer, List<RenderedPiece> output)
    {
        patches.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));

        // What waits comes last: a secret that does not unseal keeps no other patch back.
        var ordered = patches.ConvertAll(patch => (Waits: waits.Of(patch), Command: Command(patch, fieldManager))).OrderBy(static patch => patch.Waits.Count > 0).ToList();
        var anyWaits = ordered.Count > 0 && ordered[^1].Waits.Count > 0;

        var start = buffer.Length;
        buffer.Write("""
            # Patches

            Each file holds only the fields that the stack sets on an object which something else owns. They are server-side-apply patches and not
            part of the kustomizations, which would take them for whole objects. Deliver all of them with

                sh patches/apply.sh

            or one by one, from this folder:


            """u8);
        foreach (var (_, command) in ordered)
        {
            buffer.Write($"    {command}\n");
        }

        if (anyWaits)
        {
            buffer.Write("""

                `apply.sh` does the last ones when what they rely on is deployed as it is rendered here, and ready:


                """u8);
            foreach (var (path, condition) in ordered.SelectMany(static patch => patch.Waits).Distinct())
            {
                buffer.Write($"    kubectl wait --for={ShellWord(condition)} --timeout=5m -f ../{path}\n");
            }
        }

        output.Add(new RenderedPiece("patches/README.md", buffer, start, buffer.Length - start));

        start = buffer.Length;
        buffer.Write("#!/bin/sh\n# Applies every patch to the cluster of the current kubectl context.\nset -eu\ncd \"$(dirname \"$0\")\"\n"u8);
        if (anyWaits)
        {
            buffer.Write("""
                # ready CONDITION FILE: waits for an object that the patches below rely on; one that differs in the cluster has not been deployed yet.
                ready() {
                  kubectl diff --server-side -f "$2" >/dev/null || { echo "$2 is not deployed as it is rendered here; deploy it, then run this again" >&2; exit 1; }
                  kubectl wait --for="$1" --timeout=5m -f "$2"
                }

                """u8);
        }

        var waited = new HashSet<(string, string)>();
        foreach (var (files, command) in ordered)
        {
            foreach (var (path, condition) in files.Where(waited.Add))
            {
                buffer.Write($"ready {ShellWord(condition)} ../{path}\n");
            }

            buffer.Write(command + "\n");
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

    private static string ShellWord(string text) => text.Length > 0 && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or '=')
        ? text
        : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
