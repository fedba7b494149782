namespace Crdgen.Import.Writing;

/// <summary>A C# expression, laid out when it is printed.</summary>
internal abstract record Code
{
    private Code()
    {
    }

    public static Code Of(params Segment[] segments) => new Leaf(segments);

    /// <summary>One line without line breaks of its own.</summary>
    internal sealed record Leaf(IReadOnlyList<Segment> Segments) : Code;

    /// <summary>A raw string of several lines.</summary>
    internal sealed record Raw(string Quotes, string[] Lines) : Code;

    /// <summary>Something in braces behind a head, which may be empty: an object or a collection.</summary>
    internal sealed record Block(IReadOnlyList<Segment> Head, IReadOnlyList<Entry> Entries) : Code;

    /// <summary>One member or element: <c>Name = value</c>; without a value a comment alone.</summary>
    internal sealed record Entry(string Start, Code? Value, string? Comment = null);
}
