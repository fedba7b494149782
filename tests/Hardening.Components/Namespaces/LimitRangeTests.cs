using Hardening.Components.Tests.Support;

namespace Hardening.Components.Tests.Namespaces;

public sealed class LimitRangeTests
{
    [Fact]
    public void A_maximum_without_defaults_is_refused_since_it_would_become_every_containers_request() => Refused(
        new() { Container = new() { Max = new() { ["ephemeral-storage"] = "5Gi" } } },
        "limits.container.max[ephemeral-storage]: default and defaultRequest of ephemeral-storage is not stated, so the API server would give a container that states nothing a value derived from the maximum (got \"5Gi\"); "
        + "state default and defaultRequest of ephemeral-storage beside max");

    [Fact]
    public void A_maximum_whose_default_request_was_dropped_is_refused() => Refused(
        new() { Container = new() { DefaultRequest = new() { ["memory"] = "none" } } },
        "limits.container.max[memory]: defaultRequest of memory is not stated, so the API server would give a container that states nothing a value derived from the maximum (got \"4Gi\"); state defaultRequest of memory beside max",
        quota: false);

    [Fact]
    public void A_cpu_without_limits_can_be_had_by_dropping_its_default_and_maximum()
    {
        var result = HardenedNamespace.Validate(Plans.Namespace(args =>
        {
            args.Limits = new() { Container = new() { Default = new() { ["cpu"] = "none" }, Max = new() { ["cpu"] = "none" } } };
            args.Quota = new() { Hard = new() { ["limits.cpu"] = "none" } };
        }));

        Assert.Empty(result.Problems);
    }

    [Theory]
    [InlineData("min", "1Gi", "defaultRequest", "128Mi", "limits.container.min[memory]: is above defaultRequest[memory] (128Mi) (got \"1Gi\"); the API server demands min ≤ defaultRequest ≤ default ≤ max\nlimits.container.min[memory]: is above default[memory] (512Mi) (got \"1Gi\"); the API server demands min ≤ defaultRequest ≤ default ≤ max")]
    [InlineData("defaultRequest", "1Gi", "default", "512Mi", "limits.container.defaultRequest[memory]: is above default[memory] (512Mi) (got \"1Gi\"); the API server demands min ≤ defaultRequest ≤ default ≤ max")]
    [InlineData("default", "5Gi", "max", "4Gi", "limits.container.default[memory]: is above max[memory] (4Gi) (got \"5Gi\"); the API server demands min ≤ defaultRequest ≤ default ≤ max")]
    public void Numbers_out_of_order_are_refused(string map, string value, string other, string otherValue, string message)
    {
        var container = new LimitArgs();
        Set(container, map, value);
        Set(container, other, otherValue);

        Assert.Equal(message, Refusal.All(HardenedNamespace.Validate(Plans.Namespace(args => args.Limits = new() { Container = container }))));
    }

    [Fact]
    public void A_minimum_above_the_maximum_is_refused_for_pods() => Refused(
        new() { Pod = new() { Min = new() { ["cpu"] = "2" }, Max = new() { ["cpu"] = "1" } } },
        "limits.pod.min[cpu]: is above max[cpu] (1) (got \"2\"); the API server demands min ≤ defaultRequest ≤ default ≤ max");

    [Theory]
    [InlineData("0.5", "limits.container.maxLimitRequestRatio[cpu]: is less than 1, and a limit is never below its request (got \"0.5\"); write a number of at least 1, such as 4")]
    [InlineData("lots", "limits.container.maxLimitRequestRatio[cpu]: is not a quantity: character 1: a digit is needed here (got \"lots\"); write a number of at least 1, such as 4")]
    [InlineData("41", "limits.container.maxLimitRequestRatio[cpu]: is above max/min (2/50m) (got \"41\"); lower the ratio, or widen min and max")]
    public void A_ratio_that_cannot_be_is_refused(string ratio, string message) => Refused(
        new() { Container = new() { Min = new() { ["cpu"] = "50m" }, MaxLimitRequestRatio = new() { ["cpu"] = ratio } } },
        message);

    [Fact]
    public void A_ratio_of_exactly_max_by_min_is_accepted() => Assert.Empty(HardenedNamespace.Validate(Plans.Namespace(args =>
        args.Limits = new() { Container = new() { Min = new() { ["cpu"] = "50m" }, MaxLimitRequestRatio = new() { ["cpu"] = "40" } } })).Problems);

    [Fact]
    public void A_resource_that_cannot_be_overcommitted_has_one_default() => Refused(
        new() { Container = new() { Default = new() { ["nvidia.com/gpu"] = "2" }, DefaultRequest = new() { ["nvidia.com/gpu"] = "1" } } },
        "limits.container.default[nvidia.com/gpu]: differs from defaultRequest[nvidia.com/gpu] (1), and nvidia.com/gpu cannot be overcommitted (got \"2\"); write the same quantity in both");

    [Theory]
    [InlineData("memmory", "did you mean memory?")]
    [InlineData("storage", "write cpu, memory, ephemeral-storage, hugepages-<size> or an extended resource such as nvidia.com/gpu")]
    [InlineData("kubernetes.io/batch-cpu", "write cpu, memory, ephemeral-storage, hugepages-<size> or an extended resource such as nvidia.com/gpu")]
    public void A_resource_that_no_container_has_is_refused(string resource, string fix) => Refused(
        new() { Container = new() { Min = new() { [resource] = "1" } } },
        $"limits.container: is no resource of a container (got \"{resource}\"); {fix}");

    [Fact]
    public void Defaults_for_a_pod_are_refused() => Assert.Equal(
        "limits.pod.default: type Pod has no defaults: the API server refuses or ignores it; remove it\nlimits.pod.defaultRequest: type Pod has no defaults: the API server refuses or ignores it; remove it",
        Refusal.All(HardenedNamespace.Validate(Plans.Namespace(args => args.Limits = new()
        {
            Pod = new() { Default = new() { ["cpu"] = "1" }, DefaultRequest = new() { ["cpu"] = "1" } },
        }))));

    [Fact]
    public void A_claim_is_limited_in_storage_and_nothing_else() => Assert.Equal(
        """
        limits.persistentVolumeClaim.default: a claim has no default size: the API server refuses or ignores it; remove it
        limits.persistentVolumeClaim.maxLimitRequestRatio: a claim has no limit: the API server refuses or ignores it; remove it
        limits.persistentVolumeClaim.max[cpu]: a claim is limited in storage only; remove it, or write storage
        limits.persistentVolumeClaim: neither min nor max states storage, and the API server demands one of them; write max: {storage: 50Gi}, or remove persistentVolumeClaim
        """,
        Refusal.All(HardenedNamespace.Validate(Plans.Namespace(args => args.Limits = new()
        {
            PersistentVolumeClaim = new() { Default = new() { ["storage"] = "1Gi" }, Max = new() { ["cpu"] = "1" }, MaxLimitRequestRatio = new() { ["storage"] = "1" } },
        }))));

    [Fact]
    public void A_claims_minimum_above_its_maximum_is_refused() => Refused(
        new() { PersistentVolumeClaim = new() { Min = new() { ["storage"] = "10Gi" }, Max = new() { ["storage"] = "1Gi" } } },
        "limits.persistentVolumeClaim.min[storage]: is above max[storage] (1Gi) (got \"10Gi\"); the API server demands min ≤ defaultRequest ≤ default ≤ max");

    [Theory]
    [InlineData("memory", "512m", "is a fraction of a byte: m is milli, not mega (got \"512m\"); write 512Mi for mebibytes or 512M for megabytes")]
    [InlineData("memory", "1u", "is a fraction of a byte: m is milli, not mega (got \"1u\"); write 1Mi for mebibytes or 1M for megabytes")]
    [InlineData("cpu", "1Mi", "is a binary unit, and cpu counts cores (got \"1Mi\"); write cores or millicores, such as 2 or 500m")]
    [InlineData("cpu", "-1", "is negative (got \"-1\"); the API server accepts zero or more")]
    [InlineData("cpu", "", "is not a quantity: a quantity cannot be empty (got \"\"); write a number with an optional unit, such as 500m")]
    [InlineData("memory", "1gb", "is not a quantity: character 2: a suffix is one of n u m k M G T P E, Ki Mi Gi Ti Pi Ei, or an exponent such as e3 (got \"1gb\"); write a number with an optional unit, such as 512Mi")]
    [InlineData("nvidia.com/gpu", "500m", "counts whole objects (got \"500m\"); write an integer, such as 10")]
    public void A_quantity_that_is_a_slip_is_refused(string resource, string quantity, string message) => Refused(
        new() { Container = new() { Min = new() { [resource] = quantity } } },
        $"limits.container.min[{resource}]: {message}");

    [Fact]
    public void Memory_of_a_few_bytes_draws_a_warning() => Assert.Equal(
        "limits.container.min[memory]: \"512\" is less than 1Mi, too little for any container: write a unit such as Mi.",
        Assert.Single(HardenedNamespace.Validate(Plans.Namespace(args => args.Limits = new() { Container = new() { Min = new() { ["memory"] = "512" } } })).Warnings).ToString());

    [Fact]
    public void Limits_that_limit_nothing_are_refused()
    {
        Dictionary<string, string> dropped = new() { ["cpu"] = "none", ["memory"] = "none" };
        Refused(
            new() { Container = new() { Default = dropped, DefaultRequest = dropped, Max = dropped } },
            "limits: nothing is limited; state at least one number, set mode Off, or add an exemption from limit-range",
            quota: false);
    }

    [Fact]
    public void A_maximum_above_the_largest_node_is_refused() => Assert.Equal(
        "limits.container.max[memory]: is more than the largest node has (2Gi) (got \"4Gi\"); lower it, or correct cluster.nodeMemory\n"
        + "limits.container.max[cpu]: is more than the largest node has (1) (got \"2\"); lower it, or correct cluster.nodeCpu",
        Refusal.All(HardenedNamespace.Validate(Plans.Namespace(args =>
        {
            args.Cluster!.NodeMemory = "2Gi";
            args.Cluster.NodeCpu = "1";
        }))));

    [Fact]
    public void A_mode_that_limits_do_not_have_is_refused() => Refused(
        new() { Mode = "Audit" },
        "limits.mode: is not a value that this argument knows (got \"Audit\"); write one of Off, Enforce",
        quota: false);

    [Fact]
    public void Limits_that_are_off_without_an_exemption_draw_a_warning() => Assert.Equal(
        "limits.mode: limit-range is off for grafana, without an exemption that says why and until when.",
        Assert.Single(HardenedNamespace.Validate(Plans.Namespace(args =>
        {
            args.Limits = new() { Mode = Rollout.Off };
            args.Exemptions = [Plans.Exemption(NamespaceControl.ResourceQuota)];
        })).Warnings, warning => !warning.Path.StartsWith("exemptions", StringComparison.Ordinal)).ToString());

    private static void Refused(NamespaceLimitsArgs limits, string message, bool quota = true) => Assert.Equal(message, Refusal.Of(HardenedNamespace.Validate(Plans.Namespace(args =>
    {
        args.Limits = limits;
        args.Exemptions = quota ? null : [Plans.Exemption(NamespaceControl.ResourceQuota)];
    }))));

    private static void Set(LimitArgs args, string map, string memory)
    {
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal) { ["memory"] = memory };
        switch (map)
        {
            case "min": args.Min = numbers; break;
            case "defaultRequest": args.DefaultRequest = numbers; break;
            case "default": args.Default = numbers; break;
            default: args.Max = numbers; break;
        }
    }
}
