using System.Collections.Immutable;

namespace Hardening.Preview.Walk;

/// <summary>What an output says about itself.</summary>
/// <param name="Value">The value; meaningless where it is not known.</param>
/// <param name="IsKnown">Whether the value is known.</param>
/// <param name="IsSecret">Whether the program marked it secret.</param>
/// <param name="Resources">The resources it comes from.</param>
internal readonly record struct OutputReading(object? Value, bool IsKnown, bool IsSecret, ImmutableHashSet<Resource> Resources);
