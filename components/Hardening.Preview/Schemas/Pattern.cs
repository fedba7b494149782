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
    private readonly ConcurrentDictionary<string, bool> _answers = new(StringComparer.Ordinal);
    private readonly Lazy<Regex?> _regex;

    private Pattern(string text)
    {
        Text = text;
        _byHand = KnownPatterns.Find(text);
        _regex = new Lazy<Regex?>(() => Compile(text));
    }

    /// <summary>The pattern as the schema states it.</summary>
    public string Text { get; }

    /// <summary>Whether it can be checked.</summary>
    public bool IsChecked => _byHand is not null || _regex.Value is not null;

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

    private static Regex? Compile(string text)
    {
        try
        {
            return Re2.ToDotNet(text) is { } translated ? new Regex(translated, RegexOptions.CultureInvariant, Patience) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private bool Evaluate(string value)
    {
        try
        {
            return _regex.Value!.IsMatch(value);
        }
        catch (RegexMatchTimeoutException)
        {
            // RE2 never takes long; this engine of .NET neither, but it takes long to start.
            return new Regex(Re2.ToDotNet(Text)!, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Timeout.InfiniteTimeSpan).IsMatch(value);
        }
    }
}
