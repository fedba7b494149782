namespace Hardening.Preview.Common;

/// <summary>A set of ASCII characters. Slower on long texts than .NET's own, and without the dozens of methods that those compile on first use.</summary>
internal sealed class CharacterSet
{
    private readonly bool[] _members = new bool[128];

    public CharacterSet(string members)
    {
        foreach (var c in members)
        {
            _members[c] = true;
        }
    }

    public bool Contains(char c) => c < 128 && _members[c];

    public bool ContainsAll(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!Contains(c))
            {
                return false;
            }
        }

        return true;
    }
}
