namespace Crdgen.Diff;

/// <summary>What happened. Seen from the other side, added is removed and tightened is loosened.</summary>
internal enum ChangeType
{
    Added,
    Removed,
    Retyped,
    Tightened,
    Loosened,
    Changed,
}
