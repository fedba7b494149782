using System.Text.Json;

namespace Hardening.Preview.Capture;

/// <summary>Makes findings of a run's error messages: each once, in a stable order, without secrets, with the resource where the text names one.</summary>
internal sealed class ErrorList
{
    private const int ShortestSecret = 3;

    private readonly IReadOnlyList<CapturedResource> _resources;
    private readonly List<string> _secrets = [];

    public ErrorList(CaptureOptions options, IReadOnlyList<CapturedResource> resources)
    {
        _resources = resources;
        foreach (var key in options.SecretKeys)
        {
            if (options.Config.TryGetValue(key, out var value))
            {
                AddSecret(value);
                AddNested(value);
            }
        }

        foreach (var resource in resources)
        {
            AddSecrets(resource.Inputs, isSecret: false);
        }

        // The longest first: one secret may be part of another.
        _secrets.Sort(static (a, b) => b.Length - a.Length);
    }

    public List<Finding> Make(Exception? failure, IEnumerable<string> messages)
    {
        var distinct = messages.Select(Masked).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var errors = new List<Finding>();
        if (failure is not null)
        {
            var message = Masked(ErrorText.Of(failure).ReplaceLineEndings("\n").Trim());
            distinct.RemoveAll(text => text.Contains(message, StringComparison.Ordinal));
            errors.Add(About(message));
        }

        // A failing Apply is reported by itself and again by the property that uses it: the latter says more.
        distinct.RemoveAll(text => distinct.Exists(other => other.Length > text.Length && other.EndsWith(": " + text, StringComparison.Ordinal)));
        errors.AddRange(distinct.Select(About));
        return errors;
    }

    private Finding About(string message)
    {
        var resource = _resources.FirstOrDefault(resource => message.Contains($"resource:{resource.Name}[{resource.Type}]", StringComparison.Ordinal));
        return new Finding(FindingIds.ProgramFailed, FindingSeverity.Error, resource?.ToString(), null, message, null) { Source = resource };
    }

    private string Masked(string message)
    {
        foreach (var secret in _secrets)
        {
            message = message.Replace(secret, "[secret]", StringComparison.Ordinal);
        }

        return message;
    }

    private void AddSecret(string? text)
    {
        if (text is { Length: >= ShortestSecret } && !_secrets.Contains(text))
        {
            _secrets.Add(text);
        }
    }

    private void AddSecrets(CapturedValue value, bool isSecret)
    {
        isSecret |= value.IsSecret;
        if (isSecret)
        {
            AddSecret(value.Text);
        }

        foreach (var item in value.ItemSpan)
        {
            AddSecrets(item, isSecret);
        }

        foreach (ref readonly var member in value.MemberSpan)
        {
            AddSecrets(member.Value, isSecret);
        }
    }

    /// <summary>A structured value is JSON text: its leaves are secret too.</summary>
    private void AddNested(string value)
    {
        if (value.TrimStart() is not ['{' or '[', ..])
        {
            return;
        }

        try
        {
            using var json = JsonDocument.Parse(value);
            AddLeaves(json.RootElement);
        }
        catch (JsonException)
        {
            // Not JSON after all: the whole text is masked.
        }
    }

    private void AddLeaves(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    AddLeaves(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    AddLeaves(item);
                }

                break;
            case JsonValueKind.String:
                AddSecret(element.GetString());
                break;
            case JsonValueKind.Number:
                AddSecret(element.GetRawText());
                break;
        }
    }
}
