namespace Hardening.Preview.Capture;

/// <summary>
/// The messages in what a failed run throws: the SDK hands over text alone, with the program's path before it and stack frames behind. Both are cut off.
/// </summary>
internal static class ErrorText
{
    private const string Unhandled = "failed with an unhandled exception:\n";
    private const string Frame = "   at ";
    private const string Inner = " ---> ";
    private const string Aggregate = "One or more errors occurred. (";

    public static IEnumerable<string> Messages(Exception exception) => exception is AggregateException several
        ? several.Flatten().InnerExceptions.SelectMany(Messages)
        : [Clean(exception.Message)];

    /// <summary>The message of an exception as its author wrote it.</summary>
    public static string Of(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [var only] } => Of(only),
        System.Reflection.TargetInvocationException { InnerException: { } inner } => Of(inner),
        _ => exception.Message,
    };

    public static string Clean(string message)
    {
        var text = message.ReplaceLineEndings("\n");
        var start = text.IndexOf(Unhandled, StringComparison.Ordinal);
        if (start < 0)
        {
            return text.Trim();
        }

        text = text[(start + Unhandled.Length)..];
        var lines = text.Split('\n')
            .TakeWhile(static line => !line.StartsWith(Frame, StringComparison.Ordinal) && !line.StartsWith(Inner, StringComparison.Ordinal));
        text = WithoutType(string.Join('\n', lines)).Trim();
        return text.StartsWith(Aggregate, StringComparison.Ordinal) && text.EndsWith(')') ? text[Aggregate.Length..^1] : text;
    }

    /// <summary>Cuts <c>System.SomeException: </c> off.</summary>
    private static string WithoutType(string text)
    {
        var end = text.IndexOf(": ", StringComparison.Ordinal);
        return end > 0 && !text.AsSpan(0, end).ContainsAny(' ', '\n') && text.AsSpan(0, end).Contains('.') ? text[(end + 2)..] : text;
    }
}
