using System.Globalization;
using Hardening.Primitives;

namespace Hardening.Infra.Plans.Reading;

/// <summary>Reads the images of a workload.</summary>
internal static class ImagesReader
{
    private const string Key = "images";

    public static ImagesPlan? Read(PlanObject workload, string name, IReadOnlyDictionary<string, string>? pods, string space)
    {
        if (workload.TextsOrNull(Key) is not { } images)
            return null;
        var path = workload.PathOf(Key);
        for (var index = 0; index < images.Count; index++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
            if (!ImageReference.TryParse(images[index], out _, out var error))
                workload.Problems.Add(place, images[index], "is no image: " + error.Message, "write it as the container does: docker.io/grafana/grafana:12.2.1");
            else if (images.IndexOf(images[index]) < index)
                workload.Problems.Add(place, images[index], "is listed already", "keep one of them");
        }

        return new ImagesPlan(space, name, pods ?? new Dictionary<string, string>(StringComparer.Ordinal), images, path);
    }
}
