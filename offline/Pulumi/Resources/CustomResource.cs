using Pulumi.Serialization;

namespace Pulumi;

public class CustomResource : Resource
{
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : base(type, name, custom: true, args ?? ResourceArgs.Empty, options ?? new CustomResourceOptions())
    {
    }

    [Output("id")]
    public Output<string> Id { get; private set; } = null!;

    private protected override void AttachOutputs()
    {
        Id = NewOutput(OutputSlot.Id);
        foreach (var slot in ResourceTable.Of(GetType()).Slots)
        {
            slot.Attach(this, State);
        }
    }
}
