using FsCheck.Xunit;
using Hardening.Components.Tests.Support;

namespace Hardening.Components.Tests.Namespaces;

/// <summary>Whatever a plan holds, validation answers; and what it accepts, the component creates.</summary>
public sealed class HostileInputTests
{
    private static readonly string[] Quantities = ["1", "0", "100m", "1Gi", "64Mi", "none", "1e3", "2k", "-1", "1.5", "", "x", "0.5", "9223372036854775807", "1E"];
    private static readonly string[] Keys = ["cpu", "memory", "requests.cpu", "requests.memory", "limits.memory", "pods", "count/x.y", "requests.a.b/c", "ephemeral-storage"];
    private static readonly string[] Resources = ["cpu", "memory", "ephemeral-storage", "hugepages-2Mi", "a.b/c"];

    [Property]
    public void Arbitrary_text_never_makes_validation_throw(string? a, string? b, string? c)
    {
        var args = new HardenedNamespaceArgs
        {
            Name = a,
            Size = b,
            PodSecurity = new() { Level = c, Mode = a, Version = b, WarnLevel = c },
            Limits = new() { Mode = c, Container = new() { Max = Map(a, b), Min = Map(b, c), MaxLimitRequestRatio = Map(c, a) } },
            Quota = new() { Hard = Map(a, c), Scopes = [b!], ScopeSelector = [new() { ScopeName = a, Operator = c, Values = [b!] }] },
            Exemptions = [new() { Control = a, Expires = b, Owner = c }],
            Cluster = new() { KubernetesVersion = b, NodeMemory = a },
        };

        Assert.NotNull(HardenedNamespace.Validate(args));
        Assert.NotNull(NamespaceBudget.From(args));
        Assert.NotNull(ClusterFacts.Validate(args.Cluster));
        Assert.NotNull(CertManagerAlerts.Validate(new CertManagerAlertsArgs
        {
            Name = a, Job = b, ClockSkew = c, LeaseAge = a, RunbookUrl = b, For = Map(a, b), Severities = Map(b, c), AlertLabels = Map(c, a), Labels = Map(a, c), CertManagerNamespace = b,
        }));
    }

    [Property(MaxTest = 200)]
    public void Limits_and_quotas_that_are_accepted_hold_the_API_servers_order(byte[] picks)
    {
        var pick = new Picker(picks);
        var args = Plans.Namespace(args =>
        {
            args.Limits = new() { Container = new() { Max = pick.Map(Resources, Quantities), Min = pick.Map(Resources, Quantities), Default = pick.Map(Resources, Quantities), DefaultRequest = pick.Map(Resources, Quantities) } };
            args.Quota = new() { Hard = pick.Map(Keys, Quantities) };
        });
        if (!HardenedNamespace.Validate(args).IsValid)
        {
            return;
        }

        var stack = RecordedStack.RunAsync(() => _ = new HardenedNamespace("n", args)).GetAwaiter().GetResult();
        var item = (IReadOnlyDictionary<string, object>)((IEnumerable<object>)((IReadOnlyDictionary<string, object>)stack["n-limits"].Inputs["spec"])["limits"]).First();
        foreach (var resource in Resources)
        {
            List<Hardening.Primitives.Quantity> ascending = [.. new[] { "min", "defaultRequest", "default", "max" }
                .Where(map => item.ContainsKey(map) && ((IReadOnlyDictionary<string, object>)item[map]).ContainsKey(resource))
                .Select(map => Hardening.Primitives.Quantity.Parse((string)((IReadOnlyDictionary<string, object>)item[map])[resource]))];
            Assert.Equal(ascending.Order(), ascending);
        }
    }

    private static Dictionary<string, string> Map(string? key, string? value) => new(StringComparer.Ordinal) { [key ?? "k"] = value! };

    private sealed class Picker(byte[] picks)
    {
        private int _at;

        public Dictionary<string, string> Map(string[] keys, string[] values)
        {
            var map = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = Next() % 3; i > 0; i--)
            {
                map[keys[Next() % keys.Length]] = values[Next() % values.Length];
            }

            return map;
        }

        private int Next() => picks.Length == 0 ? 0 : picks[_at++ % picks.Length];
    }
}
