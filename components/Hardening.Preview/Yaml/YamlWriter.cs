using System.Globalization;
using System.Text;

namespace Hardening.Preview.Yaml;

/// <summary>
/// Writes captured values as block-style YAML the way kubectl does: two spaces, lists at the indentation of their key, one line a scalar,
/// literal blocks for text of several lines. Hand-written because a general emitter costs more than the rest of a render. A secret or
/// unknown value is never written: its marker is, and <see cref="SawSecret"/> or <see cref="SawUnknown"/> says so.
/// </summary>
internal sealed class YamlWriter(Utf8Buffer output)
{
    public bool SawSecret { get; private set; }

    public bool SawUnknown { get; private set; }

    /// <summary>Writes one document, without a document marker.</summary>
    public void WriteDocument(CapturedValue value)
    {
        SawSecret = false;
        SawUnknown = false;
        if (IsBlock(value))
        {
            WriteBlock(value, 0, startsInLine: true);
        }
        else
        {
            WriteFlat(value, 0);
        }
    }

    private static bool IsBlock(CapturedValue value) => !value.IsSecret && value.Kind switch
    {
        CapturedKind.Map => value.MemberSpan.Length > 0,
        CapturedKind.List => value.ItemSpan.Length > 0,
        _ => false,
    };

    /// <summary>Writes a filled map or list whose first line may follow a <c>- </c> on the same line.</summary>
    private void WriteBlock(CapturedValue value, int indent, bool startsInLine)
    {
        if (value.Kind == CapturedKind.Map)
        {
            foreach (ref readonly var member in value.MemberSpan)
            {
                StartLine(indent, ref startsInLine);
                WriteKey(member.Name);
                WriteMemberValue(member.Value, indent);
            }

            return;
        }

        foreach (var item in value.ItemSpan)
        {
            StartLine(indent, ref startsInLine);
            output.Write((byte)'-');
            output.Write((byte)' ');
            if (IsBlock(item))
            {
                WriteBlock(item, indent + 2, startsInLine: true);
            }
            else
            {
                WriteFlat(item, indent);
            }
        }
    }

    private void StartLine(int indent, ref bool startsInLine)
    {
        if (!startsInLine)
        {
            output.WriteSpaces(indent);
        }

        startsInLine = false;
    }

    private void WriteMemberValue(CapturedValue value, int indent)
    {
        output.Write((byte)':');
        if (!IsBlock(value))
        {
            output.Write((byte)' ');
            WriteFlat(value, indent);
            return;
        }

        output.Write((byte)'\n');
        WriteBlock(value, value.Kind == CapturedKind.List ? indent : indent + 2, startsInLine: false);
    }

    /// <summary>Writes a scalar or an empty collection and ends the line.</summary>
    private void WriteFlat(CapturedValue value, int indent)
    {
        if (value.IsSecret)
        {
            SawSecret = true;
            output.Write("'[secret]'\n"u8);
            return;
        }

        switch (value.Kind)
        {
            case CapturedKind.Text:
                WriteText(value.Text!, indent);
                return;
            case CapturedKind.Number:
                WriteNumber(value.Number);
                break;
            case CapturedKind.Boolean:
                output.Write(value.Boolean ? "true"u8 : "false"u8);
                break;
            case CapturedKind.List:
                output.Write("[]"u8);
                break;
            case CapturedKind.Map:
                output.Write("{}"u8);
                break;
            case CapturedKind.Unknown:
                SawUnknown = true;
                output.Write("'[unknown]'"u8);
                break;
            default:
                output.Write("null"u8);
                break;
        }

        output.Write((byte)'\n');
    }

    private void WriteNumber(double number)
    {
        if (Math.Abs(number) < 9e18 && Math.Truncate(number) == number)
        {
            output.Write((long)number);
            return;
        }

        var text = double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture)
            : double.IsNaN(number) ? ".nan"
            : number > 0 ? ".inf" : "-.inf";

        // YAML 1.1 takes a number with an exponent for a string unless it has a point.
        var exponent = text.IndexOf('E', StringComparison.Ordinal);
        if (exponent > 0 && !text.Contains('.', StringComparison.Ordinal))
        {
            text = text.Insert(exponent, ".0");
        }

        output.Write(text);
    }

    private void WriteKey(string name)
    {
        var style = ScalarStyles.Choose(name);
        WriteQuotable(name, style == ScalarStyle.LiteralBlock ? ScalarStyle.DoubleQuoted : style);
    }

    private void WriteText(string text, int indent)
    {
        var style = ScalarStyles.Choose(text);
        if (style == ScalarStyle.LiteralBlock)
        {
            WriteLiteral(text, indent + 2);
            return;
        }

        WriteQuotable(text, style);
        output.Write((byte)'\n');
    }

    private void WriteLiteral(string text, int indent)
    {
        var lineFeedsAtEnd = text.Length - text.AsSpan().TrimEnd('\n').Length;
        output.Write(lineFeedsAtEnd switch { 0 => "|-\n"u8, 1 => "|\n"u8, _ => "|+\n"u8 });
        var rest = text.AsSpan(0, lineFeedsAtEnd == 0 ? text.Length : text.Length - 1);
        while (true)
        {
            var end = rest.IndexOf('\n');
            var line = end < 0 ? rest : rest[..end];
            if (line.Length > 0)
            {
                output.WriteSpaces(indent);
                output.Write(line);
            }

            output.Write((byte)'\n');
            if (end < 0)
            {
                return;
            }

            rest = rest[(end + 1)..];
        }
    }

    private void WriteQuotable(string text, ScalarStyle style)
    {
        switch (style)
        {
            case ScalarStyle.Plain:
                output.Write(text);
                break;
            case ScalarStyle.SingleQuoted:
                output.Write((byte)'\'');
                output.Write(text);
                output.Write((byte)'\'');
                break;
            default:
                WriteDoubleQuoted(text);
                break;
        }
    }

    private void WriteDoubleQuoted(string text)
    {
        output.Write((byte)'"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '"':
                    output.Write("\\\""u8);
                    break;
                case '\\':
                    output.Write("\\\\"u8);
                    break;
                case '\n':
                    output.Write("\\n"u8);
                    break;
                case '\t':
                    output.Write("\\t"u8);
                    break;
                case '\r':
                    output.Write("\\r"u8);
                    break;
                default:
                    WriteCharacter(text, ref i);
                    break;
            }
        }

        output.Write((byte)'"');
    }

    private void WriteCharacter(string text, ref int i)
    {
        if (!ScalarStyles.IsPrintable(text, i))
        {
            var unit = char.IsSurrogate(text[i]) ? '\uFFFD' : text[i];
            output.Write(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"));
        }
        else if (Rune.TryGetRuneAt(text, i, out var rune) && rune.Utf16SequenceLength == 2)
        {
            output.Write(text.AsSpan(i++, 2));
        }
        else
        {
            output.Write(text.AsSpan(i, 1));
        }
    }
}
