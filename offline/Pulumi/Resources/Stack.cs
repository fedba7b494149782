using Pulumi.Serialization;

namespace Pulumi;

public class Stack : ComponentResource
{
    internal const string RootType = "pulumi:pulumi:Stack";

    public Stack(StackOptions? options = null)
        : base(RootType, $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}", Convert(options))
        => Deployment.Instance.Session.Stack = this;

    /// <summary>A stack's outputs are its [Output] properties; it does not register them itself.</summary>
    internal void RegisterPropertyOutputs()
    {
        var outputs = ComponentTable.Of(GetType()).Read(this);
        List<string> unset = [];
        List<string> wrong = [];
        foreach (var (name, value) in outputs)
        {
            if (value is null)
            {
                unset.Add(name);
            }
            else if (value is not IOutput)
            {
                wrong.Add(name);
            }
        }

        if (unset.Count > 0)
        {
            throw new RunException(
                $"Output(s) '{string.Join(", ", unset)}' have no value assigned. "
                + "[Output] attributed properties must be assigned inside Stack constructor.");
        }

        if (wrong.Count > 0)
        {
            throw RunException.OutputsHaveIncorrectType(wrong);
        }

        RegisterOutputs(outputs);
    }

    private static ComponentResourceOptions? Convert(StackOptions? options)
        => options is null
            ? null
            : new ComponentResourceOptions
            {
                ResourceTransformations = options.ResourceTransformations,
                ResourceTransforms = options.ResourceTransforms,
            };
}
