namespace Crdgen.Reading;

/// <summary>How deep and how large documents may be. Whatever is written by hand or by a cluster is far within.</summary>
internal sealed class DocumentBounds
{
    public const int MaximumDepth = 1_000;

    /// <summary>The most values in one document, aliases written out.</summary>
    public const long MaximumValues = 3_000_000;

    /// <summary>The most values in all documents of a file.</summary>
    public const long MaximumInAll = 10_000_000;

    private long _values;
    private long _inAll;

    public void StartDocument() => _values = 0;

    /// <summary>Counts one value.</summary>
    public void Enter(int depth, int line)
    {
        if (depth > MaximumDepth)
        {
            throw new SchemaException("", $"values are nested more than {MaximumDepth} deep", line);
        }

        Count(1, line);
    }

    /// <summary>Counts the values that an alias stands for.</summary>
    public void Count(long values, int line)
    {
        _values += values;
        _inAll += values;
        if (_values > MaximumValues)
        {
            throw new SchemaException("", $"the document holds more than {MaximumValues} values when its aliases are written out", line);
        }

        if (_inAll > MaximumInAll)
        {
            throw new SchemaException("", $"the file holds more than {MaximumInAll} values when its aliases are written out", line);
        }
    }
}
