namespace Pulumi.Tests.Support;

/// <summary>A component that a test fills.</summary>
internal sealed class Group : ComponentResource
{
    public Group(string name, ComponentResourceOptions? options = null, Action<Group>? fill = null)
        : base("test:index:Group", name, options)
    {
        fill?.Invoke(this);
        RegisterOutputs();
    }
}
