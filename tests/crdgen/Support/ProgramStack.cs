using Pulumi;

namespace Crdgen.Tests.Support;

/// <summary>A stack whose program is a delegate.</summary>
internal sealed class ProgramStack : Stack
{
    public ProgramStack(StackOptions? options, Action program)
        : base(options) => program();
}
