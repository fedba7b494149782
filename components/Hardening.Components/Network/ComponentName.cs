namespace Hardening.Components;

/// <summary>The component that a value is for, as its refusals name it.</summary>
/// <param name="Component">The component's type name.</param>
/// <param name="Name">The component's resource name.</param>
internal readonly record struct ComponentName(string Component, string Name);
