namespace Pulumi;

/// <remarks>Transforms run in the engine, so without one they are accepted and never called.</remarks>
public delegate Task<ResourceTransformResult?> ResourceTransform(ResourceTransformArgs args, CancellationToken cancellationToken = default);
