using Pulumi.Serialization;

namespace Pulumi;

/// <summary>An output whose type is not known statically.</summary>
internal interface IOutput
{
    /// <summary>Looks without waiting. The value, dependencies and flags are set only when the answer is settled.</summary>
    OutputStatus Peek(out OutputData<object?> data);

    /// <summary>Completes when <see cref="Peek"/> will answer settled; fails as the output failed.</summary>
    Task WhenSettled();

    /// <summary>True for a property of a registered resource that nobody has read, and so has not been converted yet.</summary>
    bool IsUnreadProperty { get; }

    /// <summary>Makes this (uninitialised) output a property of a resource.</summary>
    void Attach(ResourceState state, OutputSlot slot);
}
