using Hardening.Components;

namespace Hardening.Infra.Plans;

/// <summary>One item of <c>hardening:exceptions</c>.</summary>
/// <param name="Control">The control that it is an exception from; null where the plan names none that exists.</param>
/// <param name="Args">Who may use what, and why.</param>
/// <param name="Path">Its place in the plan.</param>
internal sealed record ExceptionPlan(string? Control, ImageExceptionArgs Args, string Path);
