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
    private const int LongestRemembered = 256;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(10);
    private static readonly ConcurrentDictionary<string, Pattern> Known = new(StringComparer.Ordinal);

    private readonly Func<string, bool>? _byHand;
    private readonly ConcurrentDictionary<string, bool> _answers = new(StringComparer.Ordinal);
    private readonly Lazy<Regex?> _regex;
    private readonly Lazy<Regex?> _linear;
    private volatile bool _isSlow;
    private volatile bool _isHopeless;

    private Pattern(string text)
    {
        Text = text;
        _byHand = KnownPatterns.Find(text);
        _regex = new Lazy<Regex?>(() => Compile(text, RegexOptions.CultureInvariant, Patience));
        _linear = new Lazy<Regex?>(() => Compile(text, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, LastPatience));
    }

    /// <summary>The pattern as the schema states it.</summary>
    public string Text { get; }

    /// <summary>Whether it can be checked.</summary>
    public bool IsChecked => _byHand is not null || (!_isHopeless && _regex.Value is not null);

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

        if (value.Length > LongestRemembered)
        {
            return Evaluate(value);
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

    private static Regex? Compile(string text, RegexOptions options, TimeSpan patience)
    {
        try
        {
            return Re2.ToDotNet(text) is { } translated ? new Regex(translated, options, patience) : null;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Once the usual engine was too slow for a value, the one that never goes back decides all others; it takes long to start.</summary>
    private bool Evaluate(string value)
    {
        var text = CodePoints.AsUnits(value);
        try
        {
            if (!_isSlow)
            {
                return _regex.Value!.IsMatch(text);
            }
        }
        catch (RegexMatchTimeoutException)
        {
            _isSlow = true;
        }

        try
        {
            if (_linear.Value is { } linear)
            {
                return linear.IsMatch(text);
            }
        }
        catch (RegexMatchTimeoutException)
        {
            // Said by IsChecked.
        }

        _isHopeless = true;
        return true;
    }
}
