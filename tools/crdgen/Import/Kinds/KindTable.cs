using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Crdgen.Model;

namespace Crdgen.Import.Kinds;

/// <summary>Reads the tables that <see cref="KindTablePrinter"/> writes and the tool embeds.</summary>
internal static class KindTable
{
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The kinds of the official Pulumi.Kubernetes package.</summary>
    public static IReadOnlyList<KnownKind> Official() => Embedded("official");

    /// <summary>The kinds of the Pulumi.KubernetesCrds package.</summary>
    public static IReadOnlyList<KnownKind> Crds() => Embedded("crds");

    public static IReadOnlyList<KnownKind> Read(ReadOnlyMemory<byte> table)
    {
        using var document = JsonDocument.Parse(table);
        var rows = document.RootElement.GetProperty("classes").EnumerateArray().ToList();
        List<ClassModel> classes = [.. rows.Select(row => new ClassModel(row[0].GetString()!, row[1].GetString()!) { Extensible = row.GetArrayLength() > 3 })];
        foreach (var (model, row) in classes.Zip(rows))
        {
            model.Properties = [.. row[2].EnumerateArray().Select(property => Property(property, classes))];
        }

        return [.. document.RootElement.GetProperty("kinds").EnumerateArray().Select(kind => new KnownKind(
            kind[0].GetString()!,
            kind[1].GetString()!,
            new TypeName(kind[2].GetString()!, kind[3].GetString()!),
            classes[kind[4].GetInt32()],
            kind[5].GetBoolean(),
            kind.GetArrayLength() > 6 ? classes[kind[6].GetInt32()] : null))];
    }

    private static PropertyModel Property(JsonElement row, List<ClassModel> classes)
    {
        var code = row[2].GetString()!;
        var type = TypeCodes.Read(code.AsSpan().TrimStart('!'), classes);
        return new PropertyModel(row[0].GetString()!, row[1].GetString()!, type)
        {
            Required = code[0] == '!',
            CompilerRequired = code.StartsWith("!!", StringComparison.Ordinal),
            Constants = row.GetArrayLength() > 3
                ? new ConstantsModel(row[3].GetString()!, "", [.. row[4].EnumerateArray().Select(value => new ConstantModel(value[0].GetString()!, "string", "", value[1].GetString()!))])
                : null,
        };
    }

    private static IReadOnlyList<KnownKind> Embedded(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"kinds/{name}.json")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Read(bytes);
    }
}
