using System.Text.RegularExpressions;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>What is refused in <see cref="GitOpsProjectArgs.SourceNamespaces"/>: Argo CD reads globs, and regular expressions between slashes, without negation.</summary>
internal static class SourceNamespaceRules
{
    public static void Check(GitOpsProjectArgs args, ProblemList problems)
    {
        if (args.SourceNamespaces is { Count: 0 })
        {
            problems.Add(string.Empty, null, "is empty", "leave it out: Applications of Argo CD's own namespace are always permitted");
        }

        for (var i = 0; i < (args.SourceNamespaces?.Count ?? 0); i++)
        {
            var text = args.SourceNamespaces![i];
            if (args.SourceNamespaces.IndexOf(text) < i)
            {
                problems.At(i).Add(string.Empty, text, "is listed twice", "remove one of the two");
            }
            else if (text.Length > 1 && text[0] == '/' && text[^1] == '/')
            {
                CheckExpression(text, problems.At(i));
            }
            else if (GlobPattern.IsEveryName(text))
            {
                if (string.IsNullOrWhiteSpace(args.Reason))
                {
                    problems.At(i).Add(string.Empty, text, "lets Applications of every namespace use the project", "list the namespaces, or say in reason why not");
                }
            }
            else if (KubernetesName.CheckLabel(text.Replace('*', 'x').Replace('?', 'x')) is { } message)
            {
                problems.At(i).Add(string.Empty, text, message, "write a namespace's name; * and ? stand for any characters");
            }
        }
    }

    private static void CheckExpression(string text, ProblemList problems)
    {
        var expression = text[1..^1];
        try
        {
            _ = new Regex(expression, RegexOptions.None, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException)
        {
            problems.Add(string.Empty, text, "is no regular expression", "correct it, or write names");
            return;
        }

        if (!expression.StartsWith('^') || !expression.EndsWith('$') || expression.Contains('|', StringComparison.Ordinal))
        {
            problems.Add(string.Empty, text, "is a regular expression that may match a part of a longer name", "start it with ^, end it with $, and write alternatives as items of their own");
        }
    }
}
