namespace Hardening.Infra.Sizing;

/// <summary>One number of the plan that recommendations speak for changing.</summary>
/// <param name="NamespaceIndex">The namespace's index in the plan.</param>
/// <param name="Namespace">Its name.</param>
/// <param name="Members">The way to the number from the namespace.</param>
/// <param name="Old">What holds now, by the plan or by the namespace's size.</param>
/// <param name="New">What is proposed.</param>
/// <param name="Why">Why.</param>
internal sealed record SizingChange(int NamespaceIndex, string Namespace, IReadOnlyList<string> Members, string Old, string New, string Why)
{
    /// <summary>The number as the plan's problems write it.</summary>
    public string Number => string.Join('.', Members);
}
