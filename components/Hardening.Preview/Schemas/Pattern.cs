using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Hardening.Preview.Schemas;

/// <summary>
/// A pattern of a schema, in Go's RE2 syntax. The names of Kubernetes are matched by hand: starting .NET's regular expressions costs a small preview
/// more than everything else it checks. A pattern that .NET cannot express matches everything, and <see cref="IsChecked"/> says so.
/// </summary>
internal sealed class Pattern
{
    private const int Remembered = 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);
    private static readonly ConcurrentDictionary<string, Pattern> Known = new(StringComparer.Ordinal);

    private readonly Func<string, bool>? _byHand;
    private readonly string? _translated;
    private readonly ConcurrentDictionary<string, bool> _answers = new(StringComparer.Ordinal);
    private Regex? _regex;

    private Pattern(string text)
    {
        Text = text;
        _byHand = KnownPatterns.Find(text);
        _translated = _byHand is null ? Re2.ToDotNet(text) : null;
        IsChecked = _byHand is not null || (_translated is not null && IsValid(_translated));
    }

    /// <summary>The pattern as the schema states it.</summary>
    public string Text { get; }

    /// <summary>Whether it can be checked.</summary>
    public bool IsChecked { get; }

    public static Pattern Of(string text) => Known.GetOrAdd(text, static text => new Pattern(text));

    public bool IsMatch(string value)
    {
        if (_byHand is not null)
        {
            return _byHand(value);
        }

        if (!IsChecked)
        {
            return true;
        }

        if (!_answers.TryGetValue(value, out var answer))
        {
            answer = Evaluate(value);
            if (_answers.Count < Remembered)
            {
                _answers.TryAdd(value, answer);
            }
        }

        return answer;
    }

    private static bool IsValid(string translated)
    {
        try
        {
            _ = Regex.IsMatch("", translated, RegexOptions.CultureInvariant, Patience);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return exception is RegexMatchTimeoutException;
        }
    }

    private bool Evaluate(string value)
    {
        try
        {
            _regex ??= new Regex(_translated!, RegexOptions.CultureInvariant, Patience);
            return _regex.IsMatch(value);
        }
        catch (RegexMatchTimeoutException)
        {
            // RE2 never takes long; this engine of .NET neither, but it takes long to start.
            return Regex.IsMatch(value, _translated!, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Timeout.InfiniteTimeSpan);
        }
    }
}
