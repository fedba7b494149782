using Hardening.Infra.Comparing;
using Hardening.Infra.Plans;
using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Tests.Comparing;

/// <summary>Which of two plans is stricter at a place, for every kind of place that can be judged.</summary>
public sealed class PlanComparisonTests
{
    private const string Shop = "hardening:namespaces: [{ name: shop, PART }]";

    /// <summary>The first plan, the second, and the rows: path, control, values, who is stricter and why.</summary>
    public static TheoryData<string, string, string> Cases { get; } = new()
    {
        { "hardening:rollout: { egress: Audit }", "hardening:rollout: { egress: Enforce }", "hardening:rollout.egress | egress | Audit | Enforce | B mode" },
        { "hardening:rollout: { resource-quota: Enforce }", "hardening:rollout: { resource-quota: Off }", "hardening:rollout.resource-quota | resource-quota | Enforce | Off | A mode" },
        { "hardening:rollout: { image-pinning: Warn }", "", "hardening:rollout.image-pinning | image-pinning | Warn | Audit | A mode" },
        { At("size: Small"), At("size: Large"), "hardening:namespaces[shop].size | - | Small | Large | A size" },
        { At("size: Medium"), At(""), "" },
        { At("podSecurity: { level: restricted }"), At(""), "hardening:namespaces[shop].podSecurity.level | pod-security | restricted | baseline | A level" },
        { At("podSecurity: { level: baseline, auditLevel: restricted }"), At(""), "hardening:namespaces[shop].podSecurity.auditLevel | pod-security | restricted | baseline | A level" },
        { At("podSecurity: { level: baseline, auditLevel: baseline }"), At(""), "" },
        { At("quota: { hard: { limits.memory: 1Gi } }"), At("quota: { hard: { limits.memory: 2Gi } }"), "hardening:namespaces[shop].quota.hard.limits.memory | resource-quota | 1Gi | 2Gi | A number" },
        { At("quota: { hard: { limits.memory: none } }"), At(""), "hardening:namespaces[shop].quota.hard.limits.memory | resource-quota | none | 6Gi | B number" },
        { At("quota: { hard: { limits.cpu: 8000m } }"), At(""), "" },
        { At("quota: { hard: { count/jobs.batch: 10 } }"), At(""), "hardening:namespaces[shop].quota.hard.count/jobs.batch | resource-quota | 10 | - | A number" },
        { At("limits: { container: { min: { memory: 64Mi } } }"), At("limits: { container: { min: { memory: 32Mi } } }"), "hardening:namespaces[shop].limits.container.min.memory | limit-range | 64Mi | 32Mi | A number" },
        { At("limits: { container: { max: { memory: 8Gi } } }"), At(""), "hardening:namespaces[shop].limits.container.max.memory | limit-range | 8Gi | 4Gi | B number" },
        { At("exemptions: [{ control: egress, expires: 2027-03-31 }]"), At(""), "hardening:namespaces[shop].exemptions[egress] | egress | yes | - | B exemption" },
        { At("exemptions: [{ control: egress, expires: 2027-03-31 }]"), At("exemptions: [{ control: egress, expires: \"2027-04-30\" }]"), "hardening:namespaces[shop].exemptions[egress].expires | egress | 2027-03-31 | 2027-04-30 | A expiry" },
        { At("modes: { egress: Enforce }"), At(""), "hardening:namespaces[shop].modes.egress | egress | Enforce | Audit | A mode" },
        { At("modes: { egress: Audit }"), At(""), "" },
        { At("egress: [{ fqdns: [a.example, b.example], ports: [443] }]"), At("egress: [{ fqdn: b.example, ports: [443] }, { fqdn: a.example, ports: [443] }]"), "" },
        { At("egress: [{ dns: {} }, { fqdn: a.example }]"), At("egress: [{ dns: {} }]"), "hardening:namespaces[shop].egress[fqdn a.example] | egress | yes | - | B destination" },
        { At("egress: [{ none: true }]"), At("egress: [{ dns: {} }]"), "hardening:namespaces[shop].egress[dns] | egress | - | yes | A destination; hardening:namespaces[shop].egress[none true] | egress | yes | - | A destination" },
        { At("egress: [{ cidr: 10.0.0.0/8, ports: [443, 80] }]"), At("egress: [{ cidr: 10.0.0.0/8, ports: [443] }]"), "hardening:namespaces[shop].egress[cidr 10.0.0.0/8].ports | egress | 443, 80 | 443 | B ports" },
        { At("egress: [{ cidr: 10.0.0.0/8, ports: [443] }]"), At("egress: [{ cidr: 10.0.0.0/8 }]"), "hardening:namespaces[shop].egress[cidr 10.0.0.0/8].ports | egress | 443 | all | A ports" },
        { At("egress: [{ cidr: 10.0.0.0/8, ports: [443] }]"), At("egress: [{ cidr: 10.0.0.0/8, ports: [80] }]"), "hardening:namespaces[shop].egress[cidr 10.0.0.0/8].ports | egress | 443 | 80 | Unknown ports" },
        { At("egress: [{ dns: {} }]"), At(""), "hardening:namespaces[shop].egress | egress | yes | - | A policy" },
        { At("ingress: [{ sameNamespace: true, allPorts: true }]"), At("ingress: [{ sameNamespace: true, ports: [80] }, { nodes: true, ports: [80] }]"), "hardening:namespaces[shop].ingress[nodes true] | ingress | - | yes | A source; hardening:namespaces[shop].ingress[sameNamespace true].ports | ingress | all | 80 | B ports" },
        { At("ingress: [{ none: true }]"), At(""), "hardening:namespaces[shop].ingress | ingress | yes | - | A policy" },
        { At("ingress: [{ entities: [host, remote-node], ports: [80], world: false }]"), At("ingress: [{ entities: [host], ports: [80] }, { entities: [remote-node], ports: [80] }]"), "" },
        { At("egressDeny: [{ cidr: 169.254.169.254/32 }]"), At("egressDeny: []"), "hardening:namespaces[shop].egressDeny[cidr 169.254.169.254/32] | egress | yes | - | A carve-out" },
        { At("workloads: [{ name: web, security: { profile: Restricted } }]"), At("workloads: [{ name: web, security: { profile: DropAll } }]"), "hardening:namespaces[shop].workloads[web].security.profile | workload-security | Restricted | DropAll | A profile" },
        { At("workloads: [{ name: web, security: { profile: DropAll, addCapabilities: [NET_BIND_SERVICE] } }]"), At("workloads: [{ name: web, security: { profile: DropAll } }]"), "hardening:namespaces[shop].workloads[web].security.addCapabilities[NET_BIND_SERVICE] | workload-security | yes | - | B capability" },
        { At("workloads: [{ name: web, critical: true }]"), At("workloads: [{ name: web }]"), "hardening:namespaces[shop].workloads[web].critical | - | true | false | A flag" },
        { At("labels: { team: a }"), At("labels: { team: b }"), "hardening:namespaces[shop].labels.team | - | a | b | Same label" },
        { At("size: Small"), "hardening:namespaces: [{ name: shop, size: Small }, { name: data, size: Small }]", "hardening:namespaces[data] | - | - | yes | B namespace" },
        { "hardening:registries: { trusted: [docker.io, quay.io] }", "hardening:registries: { trusted: [quay.io] }", "hardening:registries.trusted[docker.io] | registry-allowlist | yes | - | B registry" },
        { "hardening:registries: { trusted: [quay.io] }", "", "hardening:registries | registry-allowlist | yes | - | A policy" },
        { "hardening:registries: { trusted: [quay.io], failurePolicy: Fail }", "hardening:registries: { trusted: [quay.io], failurePolicy: Ignore }", "hardening:registries.failurePolicy | registry-allowlist | Fail | Ignore | A failure" },
        { "hardening:pinning: { digest: Required }", "hardening:pinning: { twoNumberVersions: [] }", "hardening:pinning.digest | image-pinning | Required | Optional | A digest" },
        { "hardening:exceptions: [{ control: image-pinning, namespace: shop, images: [a] }]", "hardening:exceptions: [{ control: image-pinning, namespace: shop, images: [a, b] }]", "hardening:exceptions[image-pinning/shop].images[b] | image-pinning | - | yes | A image" },
        { "hardening:disruption: [{ namespace: shop, workload: web, maxUnavailable: 1 }]", "hardening:disruption: [{ namespace: shop, workload: web, maxUnavailable: 2 }]", "hardening:disruption[shop/web].maxUnavailable | pod-disruption | 1 | 2 | A number" },
        { "hardening:disruption: [{ namespace: shop, workload: web, maxUnavailable: 1 }]", "hardening:disruption: [{ namespace: shop, workload: web, maxUnavailable: 50% }]", "hardening:disruption[shop/web].maxUnavailable | pod-disruption | 1 | 50% | Unknown number" },
        { "hardening:dashboard: { groups: [admins] }", "hardening:dashboard: { groups: [admins, devs] }", "hardening:dashboard.groups[devs] | dashboard-access | - | yes | A subject" },
        { "hardening:projects: [{ name: apps, sourceRepos: [a, b] }]", "hardening:projects: [{ name: apps, sourceRepos: [a], locked: true }]", "hardening:projects[apps].locked | gitops-project | false | true | B flag; hardening:projects[apps].sourceRepos[b] | gitops-project | yes | - | B source" },
        { "hardening:projects: [{ name: apps, namespaceResourceWhitelist: [] }]", "hardening:projects: [{ name: apps }]", "hardening:projects[apps].namespaceResourceWhitelist | gitops-project | yes | - | A kinds" },
        { "hardening:projects: [{ name: apps, clusterResourceWhitelist: [{ group: a, kind: B, reason: one }] }]", "hardening:projects: [{ name: apps, clusterResourceWhitelist: [{ group: a, kind: B }, { group: a, kind: C }] }]", "hardening:projects[apps].clusterResourceWhitelist[a/B].reason | gitops-project | one | - | Same text; hardening:projects[apps].clusterResourceWhitelist[a/C] | gitops-project | - | yes | A kind" },
        { "hardening:secrets: { scope: strict, rotation: [{ namespace: shop, workload: web }] }", "hardening:secrets: { scope: cluster-wide, rotation: [] }", "hardening:secrets.scope | sealed-secrets | strict | cluster-wide | A scope; hardening:secrets.rotation[shop/web] | secret-rotation | yes | - | A rotation" },
        { "hardening:cluster: { memoryOvercommit: 1.5 }", "hardening:cluster: {}", "hardening:cluster.memoryOvercommit | - | 1.5 | 2 | A number" },
        { "hardening:cluster: { ciliumVersion: \"1.19\", kyvernoVersion: \"1.18\" }", "hardening:cluster: { ciliumVersion: \"1.20\", kyvernoVersion: \"1.18\" }", "hardening:cluster.ciliumVersion | - | 1.19 | 1.20 | Unknown fact" },
        { "hardening:namespaces: [{ name: sealed-secrets, size: Small, quota: { hard: { pods: 3 } } }]", "hardening:namespaces: [{ name: sealed-secrets, size: Small, quota: { hard: { pods: 4 } } }]", "hardening:namespaces[sealed-secrets].quota.hard.pods | resource-quota | 3 | 4 | A number" },
        { "hardening:namespaces: [{ name: exemptions, size: Small }]", "hardening:namespaces: [{ name: exemptions, size: Large }]", "hardening:namespaces[exemptions].size | - | Small | Large | A size" },
        { At("labels: { egress: a }"), At("labels: { egress: b }"), "hardening:namespaces[shop].labels.egress | - | a | b | Same label" },
        // What a wider item holds already is not lost with the narrower one.
        { At("egress: [{ namespace: data, pods: { app: db } }]"), At("egress: [{ namespace: data }]"), "hardening:namespaces[shop].egress[namespace data pods app db] | egress | yes | - | Same in namespace data; hardening:namespaces[shop].egress[namespace data] | egress | - | yes | A destination" },
        { At("egress: [{ cidr: 10.1.0.0/16, ports: [443] }]"), At("egress: [{ cidr: 10.0.0.0/8, ports: [80, 443] }]"), "hardening:namespaces[shop].egress[cidr 10.0.0.0/8] | egress | - | yes | A destination; hardening:namespaces[shop].egress[cidr 10.1.0.0/16] | egress | yes | - | Same in cidr 10.0.0.0/8" },
        { At("egress: [{ cidr: 10.1.0.0/16, ports: [22] }]"), At("egress: [{ cidr: 10.0.0.0/8, ports: [443] }]"), "hardening:namespaces[shop].egress[cidr 10.0.0.0/8] | egress | - | yes | A destination; hardening:namespaces[shop].egress[cidr 10.1.0.0/16] | egress | yes | - | B destination" },
        { At("egress: [{ fqdn: a.b.example }]"), At("egress: [{ fqdn: \"*.b.example\" }]"), "hardening:namespaces[shop].egress[fqdn *.b.example] | egress | - | yes | A destination; hardening:namespaces[shop].egress[fqdn a.b.example] | egress | yes | - | Same in fqdn *.b.example" },
        { At("ingress: [{ namespace: data, ports: [80] }]"), At("ingress: [{ anyNamespace: true, allPorts: true }]"), "hardening:namespaces[shop].ingress[anyNamespace true] | ingress | - | yes | A source; hardening:namespaces[shop].ingress[namespace data] | ingress | yes | - | Same in anyNamespace true" },
        { At("egress: [{ fqdn: a.example }]"), At("egress: [{ world: true, reason: r }]"), "hardening:namespaces[shop].egress[fqdn a.example] | egress | yes | - | Same in world true; hardening:namespaces[shop].egress[world true] | egress | - | yes | A destination" },
        { "hardening:registries: { trusted: [ghcr.io/a] }", "hardening:registries: { trusted: [ghcr.io] }", "hardening:registries.trusted[ghcr.io/a] | registry-allowlist | yes | - | Same in ghcr.io; hardening:registries.trusted[ghcr.io] | registry-allowlist | - | yes | A registry" },
        { "hardening:projects: [{ name: apps, sourceRepos: [https://x.example/a] }]", "hardening:projects: [{ name: apps, sourceRepos: [https://x.example/*] }]", "hardening:projects[apps].sourceRepos[https://x.example/*] | gitops-project | - | yes | A source; hardening:projects[apps].sourceRepos[https://x.example/a] | gitops-project | yes | - | Same in https://x.example/*" },
        { "hardening:projects: [{ name: apps, sourceRepos: [https://x.example/a/b] }]", "hardening:projects: [{ name: apps, sourceRepos: [\"https://x.example/**\"] }]", "hardening:projects[apps].sourceRepos[https://x.example/**] | gitops-project | - | yes | A source; hardening:projects[apps].sourceRepos[https://x.example/a/b] | gitops-project | yes | - | Same in https://x.example/**" },
        { "hardening:dashboard: { write: [{ apiGroups: [apps], resources: [deployments], resourceNames: [web], verbs: [patch], reason: r }] }", "hardening:dashboard: { write: [{ apiGroups: [apps], resources: [deployments], verbs: [delete, patch], reason: r }] }", "hardening:dashboard.write[deployments.apps web] | dashboard-access | yes | - | Same in deployments.apps; hardening:dashboard.write[deployments.apps] | dashboard-access | - | yes | A right" },
        { "hardening:dashboard: { write: [{ apiGroups: [apps], resources: [deployments], resourceNames: [web], verbs: [patch], reason: r }] }", "hardening:dashboard: { write: [{ apiGroups: [apps], resources: [deployments], verbs: [delete], reason: r }] }", "hardening:dashboard.write[deployments.apps web] | dashboard-access | yes | - | B right; hardening:dashboard.write[deployments.apps] | dashboard-access | - | yes | A right" },
        { "hardening:projects: [{ name: apps, destinations: [{ server: s, namespace: a }] }]", "hardening:projects: [{ name: apps, destinations: [{ server: s, namespace: \"*\" }] }]", "hardening:projects[apps].destinations[*/s] | gitops-project | - | yes | A destination; hardening:projects[apps].destinations[a/s] | gitops-project | yes | - | Same in */s" },
        { "hardening:projects: [{ name: apps, namespace: argocd }]", "hardening:projects: [{ name: apps }]", "" },
        { "hardening:projects: [{ name: apps, roles: [{ name: r, policies: [\"p, proj:apps:r, logs, get, apps/*, deny\"] }] }]", "hardening:projects: [{ name: apps, roles: [{ name: r, policies: [\"p, proj:apps:r, exec, create, apps/*, allow\"] }] }]", "hardening:projects[apps].roles[r].policies[p, proj:apps:r, exec, create, apps/*, allow] | gitops-project | - | yes | A right; hardening:projects[apps].roles[r].policies[p, proj:apps:r, logs, get, apps/*, deny] | gitops-project | yes | - | A right" },
        { "hardening:dashboard: { read: [{ apiGroups: [x.io], resources: [a, b] }] }", "hardening:dashboard: { read: [{ apiGroups: [x.io], resources: [b, a, c] }] }", "hardening:dashboard.read[c.x.io] | dashboard-access | - | yes | A right" },
        { "hardening:dashboard: { write: [{ apiGroups: [\"\"], resources: [pods], verbs: [delete], reason: r }] }", "hardening:dashboard: { write: [{ apiGroups: [\"\"], resources: [pods], verbs: [delete, patch], reason: r }] }", "hardening:dashboard.write[pods].verbs | dashboard-access | delete | delete, patch | A right" },
        { "hardening:disruption: [{ namespace: shop, workload: web, maxUnavailable: 1 }]", "hardening:disruption: [{ namespace: shop, workload: web, minAvailable: 1 }]", "hardening:disruption[shop/web].maxUnavailable | pod-disruption | 1 | - | Unknown number; hardening:disruption[shop/web].minAvailable | pod-disruption | - | 1 | Unknown number" },
        { "hardening:spread: { workloads: [{ namespace: shop, workload: web, kind: Deployment, objectName: web }] }", "hardening:spread: { workloads: [{ namespace: shop, workload: web }] }", "" },
        { "hardening:secrets: { rotation: [{ namespace: shop, workload: web, kind: Deployment }] }", "hardening:secrets: { rotation: [{ namespace: shop, workload: web, kind: DaemonSet }] }", "hardening:secrets.rotation[shop/web].kind | secret-rotation | Deployment | DaemonSet | Unknown other" },
        { "hardening:secrets: { scope: cluster-wide, sealed: [{ namespace: shop, name: key, scope: cluster-wide }] }", "hardening:secrets: { scope: cluster-wide, sealed: [{ namespace: shop, name: key }] }", "" },
        { At("exemptions: [{ control: egress, reason: one }]"), At("exemptions: [{ control: egress, reason: another }]"), "hardening:namespaces[shop].exemptions[egress].reason | egress | one | another | Same text" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_difference_is_told_with_its_place_and_who_is_stricter(string a, string b, string expected)
    {
        Assert.Equal(expected, Rows(PlanComparison.Of(Read(a), Read(b))));
    }

    [Fact]
    public void Every_section_about_one_control_says_which_and_having_it_is_judged()
    {
        string[] others = [PlanSections.Cluster, PlanSections.Rollout, PlanSections.Namespaces, PlanSections.Exceptions];
        foreach (var section in PlanSections.All.Except(others, StringComparer.Ordinal))
        {
            Assert.True(ControlOf.Place([section]) is { } control && Controls.All.Contains(control, StringComparer.Ordinal), section);
            Assert.True(Strictness.Of([section]) is not null || Strictness.Of([section, "item"]) is not null, section);
        }
    }

    [Fact]
    public void What_is_encrypted_in_both_is_named_and_not_compared()
    {
        const string Encrypted = "egress: [{ dns: { namespace: { secure: v1 } } }]";
        const string Other = "egress: [{ dns: { namespace: { secure: v2 } } }]";
        var alerts = PlanComparison.Of(Read("hardening:alerts: { certManager: { namespace: { secure: v1 } } }"), Read("hardening:alerts: { certManager: { namespace: { secure: v2 } } }"));

        Assert.Equal(["hardening:alerts.certManager.namespace"], alerts.Incomparable);
        Assert.Empty(alerts.Differences);
        Assert.Empty(PlanComparison.Of(Read(At(Encrypted)), Read(At(Other))).Differences);
        Assert.Equal(
            "hardening:alerts.certManager.namespace | cert-manager-alerts | [secret] | monitoring | Unknown other",
            Rows(PlanComparison.Of(Read("hardening:alerts: { certManager: { namespace: { secure: v1 } } }"), Read("hardening:alerts: { certManager: { namespace: monitoring } }"))));
    }

    private static string At(string part) => Shop.Replace("PART", part, StringComparison.Ordinal).Replace(", }", " }", StringComparison.Ordinal);

    private static IReadOnlyDictionary<string, ConfigNode> Read(string yaml) => YamlReader.Read(new StringReader(yaml)).Members;

    private static string Rows(PlanDifferences found) => string.Join("; ", found.Differences.Select(difference =>
        $"{difference.Path} | {difference.Control ?? "-"} | {difference.A ?? "-"} | {difference.B ?? "-"} | {difference.Stricter} {difference.Reason}"));
}
