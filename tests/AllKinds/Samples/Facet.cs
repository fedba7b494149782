using Hardening.Preview;

namespace Hardening.AllKinds.Samples;

/// <summary>One thing about a schema that a typed program can get wrong, and whether a value shows that it goes right.</summary>
internal sealed record Facet(string Name, Func<CapturedValue, bool> IsShownBy);
