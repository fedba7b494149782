namespace Hardening.Preview;

/// <summary>One member of an object or one entry of a map.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Value">The value.</param>
public readonly record struct CapturedMember(string Name, CapturedValue Value);
