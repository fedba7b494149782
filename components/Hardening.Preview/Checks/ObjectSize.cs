using System.Text;

namespace Hardening.Preview.Checks;

/// <summary>About how many bytes an object has as JSON.</summary>
internal static class ObjectSize
{
    public static long Of(CapturedValue value)
    {
        long size = 2;
        switch (value.Kind)
        {
            case CapturedKind.Text:
                size += Encoding.UTF8.GetByteCount(value.Text!);
                break;
            case CapturedKind.List:
                foreach (var item in value.ItemSpan)
                {
                    size += Of(item) + 1;
                }

                break;
            case CapturedKind.Map:
                foreach (ref readonly var member in value.MemberSpan)
                {
                    size += member.Name.Length + 4 + Of(member.Value);
                }

                break;
            default:
                size += 3;
                break;
        }

        return size;
    }
}
