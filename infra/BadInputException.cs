using Hardening.Components;

namespace Hardening.Infra;

/// <summary>What the user wrote is refused; carries everything that is wrong with it. Exit code 2.</summary>
internal sealed class BadInputException(IReadOnlyList<Problem> problems) : Exception(string.Join('\n', problems))
{
    public BadInputException(Problem problem)
        : this([problem])
    {
    }

    public IReadOnlyList<Problem> Problems { get; } = problems;
}
