using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Hardening.Preview.Common;

namespace Hardening.Preview.Rendering;

/// <summary>
/// The file <c>.hardening-render.json</c> at the top of a rendered tree: which files were rendered there and the SHA-256 of each. It is how the
/// next render tells its own files from somebody else's.
/// </summary>
internal sealed class TreeMarker
{
    public const string FileName = ".hardening-render.json";

    private const int Format = 1;

    private TreeMarker(Dictionary<string, string> hashes) => Hashes = hashes;

    /// <summary>The hash of each file by its path.</summary>
    public Dictionary<string, string> Hashes { get; }

    public static string Hash(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return Convert.ToHexStringLower(hash);
    }

    public static RenderedFile Create(IReadOnlyList<RenderedFile> files)
    {
        var hashes = new string[files.Count];
        TwoWorkers.For(files.Count, i => hashes[i] = Hash(files[i].Content.Span));

        var content = new ArrayBufferWriter<byte>((files.Count * 128) + 64);
        using (var json = new Utf8JsonWriter(content, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("format"u8, Format);
            json.WriteStartObject("files"u8);
            for (var i = 0; i < hashes.Length; i++)
            {
                json.WriteString(files[i].Path, hashes[i]);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        content.Write("\n"u8);
        return new RenderedFile(FileName, content.WrittenMemory);
    }

    /// <summary>The marker of a folder, or null where it has none that can be read.</summary>
    public static TreeMarker? Read(string root)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(root, FileName)));
            if (json.RootElement.GetProperty("format"u8).GetInt32() != Format)
            {
                return null;
            }

            var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var file in json.RootElement.GetProperty("files"u8).EnumerateObject())
            {
                hashes[file.Name] = file.Value.GetString() ?? "";
            }

            return new TreeMarker(hashes);
        }
        catch (Exception exception) when (exception is FileNotFoundException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
