namespace Hardening.Preview.Schemas;

/// <summary>
/// What a validation has found and where it stands. While alternatives are tried nothing is recorded, only counted: no text is made for
/// a branch that need not hold.
/// </summary>
internal sealed class Violations
{
    private int _trials;

    public List<SchemaProblem> Problems { get; } = [];

    public ValuePath Path { get; } = new();

    /// <summary>How many there are, recorded or not.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the value here, or one that it is inside of, is secret.</summary>
    public bool IsSecret { get; set; }

    public void StartTrial() => _trials++;

    /// <summary>Ends a trial and forgets what it counted.</summary>
    public void EndTrial(int count)
    {
        _trials--;
        Count = count;
    }

    /// <summary>Counts a violation, and says whether it is to be recorded.</summary>
    public bool Records()
    {
        Count++;
        return _trials == 0;
    }

    public void Add(string id, string message, string? fix = null) => Problems.Add(new SchemaProblem(id, Path.ToString(), message, fix));

    public void AddAt(string member, string id, string message, string? fix) => Problems.Add(new SchemaProblem(id, Path.With(member), message, fix));

    /// <summary>The value in a message; never one that is secret.</summary>
    public string Got(CapturedValue value) => value.Kind is CapturedKind.List or CapturedKind.Map ? ""
        : IsSecret || value.IsSecret ? " (the value is secret)"
        : $" (got {SchemaText.Show(value)})";
}
