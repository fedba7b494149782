using System.Reflection;

namespace Hardening.Preview.Walk;

/// <inheritdoc/>
internal sealed class HiddenPropertyOf<TOwner, TValue>(MethodInfo getter) : HiddenProperty
    where TOwner : class
    where TValue : class
{
    private readonly Func<TOwner, TValue> _get = getter.CreateDelegate<Func<TOwner, TValue>>();

    /// <inheritdoc/>
    public override object? Get(object owner) => _get((TOwner)owner);
}
