using System.Text;
using Hardening.Preview;
using Pulumi;

namespace Hardening.RoundTrip.Support;

/// <summary>Captures what imported C# declares.</summary>
internal sealed class ImportedStack : Stack
{
    private ImportedStack(StackOptions? options, Func<CustomResourceOptions?, IReadOnlyList<Resource>> create)
        : base(options) => create(null);

    public static async Task<CapturedStack> CaptureAsync(Func<CustomResourceOptions?, IReadOnlyList<Resource>> create, IEnumerable<string>? secretKeys = null)
    {
        // Base64, which the data of a Secret is.
        var config = (secretKeys ?? []).ToDictionary(key => $"project:{key}", key => Convert.ToBase64String(Encoding.UTF8.GetBytes(key)), StringComparer.Ordinal);
        var captured = await StackCapture.RunAsync(options => new ImportedStack(options, create), new CaptureOptions { Config = config, SecretKeys = [.. config.Keys] });
        Assert.Empty(captured.Errors.Select(error => error.ToString()));
        return captured;
    }
}
