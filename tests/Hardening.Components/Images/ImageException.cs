namespace Hardening.Components.Tests.Images;

/// <summary>An exception as a table states it.</summary>
internal sealed record ImageException(string Name, string Namespace, List<string>? Images, string? Selector, string Reason, string Owner, string Expires)
{
    public ImageExceptionArgs ToArgs() =>
        new() { Name = Name, Namespace = Namespace, Images = Images, Selector = Selector, Reason = Reason, Owner = Owner, Expires = Expires };
}
