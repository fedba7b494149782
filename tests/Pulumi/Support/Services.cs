namespace Pulumi.Tests.Support;

/// <summary>A service provider with one way to make things.</summary>
internal sealed class Services(Func<Type, object?> create) : IServiceProvider
{
    public object? GetService(Type serviceType) => create(serviceType);
}
