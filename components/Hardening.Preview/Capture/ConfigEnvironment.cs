using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Hardening.Preview.Capture;

/// <summary>
/// The configuration in the process environment, for as long as it takes to create a deployment: <see cref="Left"/> is called from inside it. Only one
/// capture is in that moment at a time.
/// </summary>
internal sealed class ConfigEnvironment : IDisposable
{
    private const string ConfigVariable = "PULUMI_CONFIG";
    private const string SecretKeysVariable = "PULUMI_CONFIG_SECRET_KEYS";

    private static readonly SemaphoreSlim Gate = new(1, 1);

    private readonly string? _config;
    private readonly string? _secretKeys;
    private int _left;

    private ConfigEnvironment(string config)
    {
        _config = Environment.GetEnvironmentVariable(ConfigVariable);
        _secretKeys = Environment.GetEnvironmentVariable(SecretKeysVariable);
        Environment.SetEnvironmentVariable(ConfigVariable, config);
        Environment.SetEnvironmentVariable(SecretKeysVariable, null);
    }

    public static async Task<ConfigEnvironment> EnterAsync(IReadOnlyDictionary<string, string> config)
    {
        var json = ToJson(config);
        await Gate.WaitAsync();
        return new ConfigEnvironment(json);
    }

    /// <summary>The deployment has read it: puts the environment back and lets the next one in.</summary>
    public void Left()
    {
        if (Interlocked.Exchange(ref _left, 1) == 0)
        {
            Environment.SetEnvironmentVariable(ConfigVariable, _config);
            Environment.SetEnvironmentVariable(SecretKeysVariable, _secretKeys);
            Gate.Release();
        }
    }

    public void Dispose() => Left();

    private static string ToJson(IReadOnlyDictionary<string, string> config)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (key, value) in config)
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
