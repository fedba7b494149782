namespace Crdgen.Reading;

/// <summary>Collects the members of a map and refuses a key that is given twice.</summary>
internal sealed class MemberList
{
    private const int Few = 12;

    private readonly List<KeyValuePair<string, Node>> _members = [];
    private HashSet<string>? _names;

    public void Add(string name, Node value, int line)
    {
        if (Has(name))
        {
            throw new SchemaException("", $"the key '{name}' is given twice", line);
        }

        AddNew(name, value);
    }

    /// <summary>Adds the members that a YAML merge key gives; those that are there already win.</summary>
    public void Merge(Node map)
    {
        foreach (var (name, value) in map.Members)
        {
            if (!Has(name))
            {
                AddNew(name, value);
            }
        }
    }

    public KeyValuePair<string, Node>[] ToArray() => [.. _members];

    private bool Has(string name)
    {
        if (_names is not null)
        {
            return _names.Contains(name);
        }

        foreach (var member in _members)
        {
            if (member.Key == name)
            {
                return true;
            }
        }

        return false;
    }

    private void AddNew(string name, Node value)
    {
        _members.Add(new(name, value));
        _names?.Add(name);
        if (_names is null && _members.Count > Few)
        {
            _names = new HashSet<string>(_members.Select(member => member.Key), StringComparer.Ordinal);
        }
    }
}
