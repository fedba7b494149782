namespace Pulumi;

public abstract class InputArgs
{
    // Args classes derive from ResourceArgs: the constructor that derived classes see is that one.
    protected InputArgs()
    {
    }
}
