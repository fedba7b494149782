namespace Pulumi;

/// <remarks>Without an engine nobody reads the messages; an error makes the run fail.</remarks>
public static class Log
{
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) => Ignore();

    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) => Ignore();

    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) => Ignore();

    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Deployment.Instance.Session.AddError(message);

    public static void Exception(Exception exception, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Error(exception.ToString(), resource, streamId, ephemeral);

    // Logging outside a run fails, whatever the level.
    private static void Ignore() => _ = Deployment.Instance;
}
