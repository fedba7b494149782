namespace Hardening.Components;

/// <summary>Checks one value and gives its canonical form, or null where it reported a problem.</summary>
internal delegate string? LeafCheck(string value, LeafReport report);
