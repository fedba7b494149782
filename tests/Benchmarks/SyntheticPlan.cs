using System.Globalization;
using System.Text;

namespace Hardening.Benchmarks;

/// <summary>Stack files of any size: namespaces with limits, a quota and egress of their own, four objects each.</summary>
internal static class SyntheticPlan
{
    public static string Write(int namespaces)
    {
        var yaml = new StringBuilder("""
            config:
              hardening:cluster:
                kubernetesVersion: "1.34"
                ciliumVersion: "1.19.4"
                nodes: [{ name: worker-1, memory: 64Ti }]
              hardening:namespaces:

            """);
        for (var index = 0; index < namespaces; index++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $$"""
                    - name: team-{{index:0000}}
                      size: Small
                      egress:
                        - dns: {}
                        - sameNamespace: true
                        - fqdns: [api-{{index}}.example.com, "*.cdn-{{index}}.example.com"]
                          ports: [443]

                """);
        }

        return yaml.ToString();
    }
}
