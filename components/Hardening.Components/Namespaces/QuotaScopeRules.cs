namespace Hardening.Components;

/// <summary>What the API server refuses in a ResourceQuota's scopes (Kubernetes' <c>validateResourceQuotaScopes</c> and its selector's twin).</summary>
internal static class QuotaScopeRules
{
    private static readonly string[] PodKeys =
        [QuotaKey.Pods, "requests.cpu", "requests.memory", "limits.cpu", "limits.memory"];

    private static readonly string[] ClaimKeys = [QuotaKey.PersistentVolumeClaims, QuotaKey.RequestsStorage];

    /// <summary>Whether a quota counts some objects of the namespace only.</summary>
    public static bool IsScoped(NamespaceQuotaArgs? quota) => quota?.Scopes is { Count: > 0 } || quota?.ScopeSelector is { Count: > 0 };

    public static void Check(NamespaceQuotaArgs quota, IReadOnlyCollection<string> keys, ProblemList problems)
    {
        var scopes = quota.Scopes ?? [];
        for (var i = 0; i < scopes.Count; i++)
        {
            CheckScope(scopes[i], keys, problems.At("scopes").At(i), string.Empty);
            if (scopes.IndexOf(scopes[i]) < i)
            {
                problems.At("scopes").At(i).Add(string.Empty, scopes[i], "is stated twice", "remove one");
            }
        }

        CheckPair(scopes, QuotaScope.BestEffort, QuotaScope.NotBestEffort, problems.At("scopes"));
        CheckPair(scopes, QuotaScope.Terminating, QuotaScope.NotTerminating, problems.At("scopes"));

        var selector = quota.ScopeSelector ?? [];
        for (var i = 0; i < selector.Count; i++)
        {
            CheckExpression(selector[i], keys, problems.At("scopeSelector").At(i));
        }

        var names = selector.Select(expression => expression.ScopeName ?? string.Empty).ToList();
        CheckPair(names, QuotaScope.BestEffort, QuotaScope.NotBestEffort, problems.At("scopeSelector"));
        CheckPair(names, QuotaScope.Terminating, QuotaScope.NotTerminating, problems.At("scopeSelector"));
    }

    private static void CheckExpression(QuotaScopeArgs expression, IReadOnlyCollection<string> keys, ProblemList problems)
    {
        CheckScope(expression.ScopeName, keys, problems, "scopeName");
        var values = expression.Values ?? [];
        if (!Choice.Check(expression.Operator, QuotaScopeOperator.All, problems, "operator"))
        {
            return;
        }

        if (expression.Operator is QuotaScopeOperator.In or QuotaScopeOperator.NotIn && values.Count == 0)
        {
            problems.Add("values", null, $"operator {expression.Operator} compares with values, and there are none", "list at least one value, or use Exists");
        }
        else if (expression.Operator is QuotaScopeOperator.Exists or QuotaScopeOperator.DoesNotExist && values.Count > 0)
        {
            problems.Add("values", string.Join(", ", values), $"operator {expression.Operator} takes no values", "remove them, or use In");
        }

        if (expression is { ScopeName: not (QuotaScope.PriorityClass or QuotaScope.VolumeAttributesClass), Operator: QuotaScopeOperator.In or QuotaScopeOperator.NotIn or QuotaScopeOperator.DoesNotExist }
            && QuotaScope.All.Contains(expression.ScopeName, StringComparer.Ordinal))
        {
            problems.Add("operator", expression.Operator, $"scope {expression.ScopeName} is a property that pods have or lack", "write Exists");
        }
    }

    private static void CheckScope(string? scope, IReadOnlyCollection<string> keys, ProblemList problems, string path)
    {
        if (!Choice.Check(scope, QuotaScope.All, problems, path))
        {
            return;
        }

        string[] allowed = scope switch
        {
            QuotaScope.BestEffort => [QuotaKey.Pods],
            QuotaScope.VolumeAttributesClass => ClaimKeys,
            _ => PodKeys,
        };
        foreach (var key in keys.Where(key => !allowed.Contains(key, StringComparer.Ordinal)))
        {
            problems.Add(path, scope, $"does not apply to hard[{key}]", $"a quota of this scope counts {string.Join(", ", allowed)}");
        }
    }

    private static void CheckPair(List<string> scopes, string one, string other, ProblemList problems)
    {
        if (scopes.Contains(one) && scopes.Contains(other))
        {
            problems.Add(string.Empty, null, $"{one} and {other} exclude each other, so the quota would count nothing", "keep one of them");
        }
    }
}
