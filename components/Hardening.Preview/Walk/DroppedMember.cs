namespace Hardening.Preview.Walk;

/// <summary>A member with a value that the SDK does not send.</summary>
internal sealed record DroppedMember(Type Class, ArgsMember Member);
