using Hardening.Components.Tests.Support;

namespace Hardening.Components.Tests.Namespaces;

public sealed class QuotaScopeTests
{
    [Fact]
    public void An_unknown_scope_is_refused() => Refused(
        new() { Scopes = ["Besteffort"] },
        "quota.scopes[0]: is not a value that this argument knows (got \"Besteffort\"); did you mean BestEffort? It is one of "
        + "Terminating, NotTerminating, BestEffort, NotBestEffort, PriorityClass, CrossNamespacePodAffinity, VolumeAttributesClass");

    [Fact]
    public void A_scope_that_does_not_apply_to_what_is_counted_is_refused() => Assert.Equal(
        """
        quota.scopes[0]: does not apply to hard[limits.cpu] (got "BestEffort"); a quota of this scope counts pods
        quota.scopeSelector[0].scopeName: does not apply to hard[limits.cpu] (got "VolumeAttributesClass"); a quota of this scope counts persistentvolumeclaims, requests.storage
        quota.scopeSelector[0].scopeName: does not apply to hard[pods] (got "VolumeAttributesClass"); a quota of this scope counts persistentvolumeclaims, requests.storage
        """,
        Refusal.All(Validate(new()
        {
            Hard = new() { ["pods"] = "1", ["limits.cpu"] = "1" },
            Scopes = ["BestEffort"],
            ScopeSelector = [new() { ScopeName = "VolumeAttributesClass", Operator = "Exists" }],
        })));

    [Theory]
    [InlineData("BestEffort", "NotBestEffort")]
    [InlineData("Terminating", "NotTerminating")]
    public void Scopes_that_exclude_each_other_are_refused(string one, string other)
    {
        Refused(new() { Scopes = [one, other] }, $"quota.scopes: {one} and {other} exclude each other, so the quota would count nothing; keep one of them");
        Refused(
            new() { ScopeSelector = [new() { ScopeName = other, Operator = "Exists" }, new() { ScopeName = one, Operator = "Exists" }] },
            $"quota.scopeSelector: {one} and {other} exclude each other, so the quota would count nothing; keep one of them");
    }

    [Fact]
    public void A_scope_stated_twice_is_refused() => Refused(
        new() { Scopes = ["Terminating", "Terminating"] },
        "quota.scopes[1]: is stated twice (got \"Terminating\"); remove one");

    [Fact]
    public void An_operator_without_the_values_that_it_needs_is_refused() => Refused(
        new() { ScopeSelector = [new() { ScopeName = "PriorityClass", Operator = "In" }] },
        "quota.scopeSelector[0].values: operator In compares with values, and there are none; list at least one value, or use Exists");

    [Fact]
    public void An_operator_with_values_that_it_does_not_take_is_refused() => Refused(
        new() { ScopeSelector = [new() { ScopeName = "PriorityClass", Operator = "DoesNotExist", Values = ["low", "high"] }] },
        "quota.scopeSelector[0].values: operator DoesNotExist takes no values (got \"low, high\"); remove them, or use In");

    [Fact]
    public void An_operator_other_than_Exists_is_refused_for_a_property_of_pods() => Refused(
        new() { ScopeSelector = [new() { ScopeName = "Terminating", Operator = "DoesNotExist" }] },
        "quota.scopeSelector[0].operator: scope Terminating is a property that pods have or lack (got \"DoesNotExist\"); write Exists");

    [Fact]
    public void An_expression_without_scope_and_operator_is_refused() => Assert.Equal(
        """
        quota.scopeSelector[0].scopeName: a value is missing here; write one of Terminating, NotTerminating, BestEffort, NotBestEffort, PriorityClass, CrossNamespacePodAffinity, VolumeAttributesClass
        quota.scopeSelector[0].operator: a value is missing here; write one of In, NotIn, Exists, DoesNotExist
        """,
        Refusal.All(Validate(new() { Hard = new() { ["pods"] = "1" }, ScopeSelector = [new()] })));

    private static void Refused(NamespaceQuotaArgs quota, string message)
    {
        quota.Hard = new() { ["pods"] = "1" };
        Assert.Equal(message, Refusal.Of(Validate(quota)));
    }

    private static ValidationResult Validate(NamespaceQuotaArgs quota) => HardenedNamespace.Validate(Plans.Namespace(args => args.Quota = quota));
}
