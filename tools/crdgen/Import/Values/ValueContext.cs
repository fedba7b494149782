using Crdgen.Import.Kinds;
using Crdgen.Import.Reading;
using Crdgen.Import.Writing;
using Crdgen.Reading;

namespace Crdgen.Import.Values;

/// <summary>One object on its way to C#: its kind, and where it reports what it cannot carry.</summary>
internal sealed class ValueContext(Manifest manifest, KnownKind kind, bool patch, SecretKeys secrets, ImportReport report)
{
    public KnownKind Kind => kind;

    public bool Patch => patch;

    public string ObjectName => string.Join('-', new[] { manifest.Namespace, manifest.Name }.OfType<string>());

    public bool IsSecret => manifest.IsSecret;

    /// <summary>Reports that a value is not carried and says so where it would stand.</summary>
    public Code.Entry Refuse(Place place, Node node, string message)
    {
        report.Error(manifest.File, node.Line, $"{manifest.Title}: {place.Path}", message);
        return new Code.Entry("", null, $"{place.Path}: {message}");
    }

    /// <summary>Says that a null is left out; it means the same to a server.</summary>
    public void NoteNull() => report.Note(manifest.File, "fields that are null are left out: to the API server they mean the same");

    public void Note(string message) => report.Note(manifest.File, message);

    /// <summary>The configuration value that takes the place of a secret.</summary>
    public Code Secret(string objectName, string key)
    {
        report.Note(manifest.File, "values of Secrets are not in the output: set the configuration keys that it names with `pulumi config set --secret`");
        return Code.Of($"config.RequireSecret({Literals.Line(secrets.Add(objectName, key))})");
    }
}
