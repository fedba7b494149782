namespace Hardening.Preview.Tests.Support;

/// <summary>A stack whose program is a delegate.</summary>
public sealed class ProgramStack : Stack
{
    public ProgramStack(StackOptions? options, Action program)
        : base(options)
    {
        ArgumentNullException.ThrowIfNull(program);
        program();
    }
}
