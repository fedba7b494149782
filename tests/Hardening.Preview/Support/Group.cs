namespace Hardening.Preview.Tests.Support;

/// <summary>A component without inputs.</summary>
public sealed class Group : ComponentResource
{
    public Group(string name, ComponentResourceOptions? options = null)
        : base("tests:index:Group", name, options)
    {
    }
}
