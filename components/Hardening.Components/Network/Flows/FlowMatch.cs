namespace Hardening.Components;

/// <summary>Whether a rule is about a flow.</summary>
internal enum FlowMatch
{
    No,
    Yes,
    NameRefused,
    NotKnown,
    PluginDecides,
}
