using System.Globalization;

namespace Hardening.Primitives;

/// <summary>Why a text could not be read, and where.</summary>
/// <param name="Position">The index of the first character that does not fit, from 0; -1 when the text as a whole is meant.</param>
/// <param name="Message">What is wrong there.</param>
public readonly record struct ParseError(int Position, string Message)
{
    /// <summary><c>character 3: message</c>, counting from 1; only the message when the text as a whole is meant.</summary>
    public override string ToString() =>
        Position < 0 ? Message : string.Create(CultureInfo.InvariantCulture, $"character {Position + 1}: {Message}");

    internal static ParseError Whole(string message) => new(-1, message);

    internal FormatException ToException() => new(ToString());
}
