using System.Text;

namespace Yorozu.Statistics.Reading.Xlsx;

/// <summary>One section of a number format: for positive numbers, negative ones, or zero.</summary>
internal sealed class NumberFormatSection
{
    private readonly StringBuilder _before = new();
    private readonly StringBuilder _after = new();
    private int _placeholders;
    private bool _isDecimal;
    private bool _isScaled;
    private bool _saysSomethingElse;
    private bool _isTime;
    private DateParts _date;

    private NumberFormatSection(string section)
    {
        for (var i = 0; i < section.Length; i++) i = Read(section, i);
        // #,##0, shows thousands.
        _saysSomethingElse |= _isScaled;
    }

    /// <summary>True when it shows the number itself.</summary>
    public bool HasNumber => _placeholders > 0 && !_saysSomethingElse && !_isTime && _date == DateParts.None;

    /// <summary>What it shows of a date; null when it shows none.</summary>
    public DateParts? Date => _placeholders > 0 || _date == DateParts.None || (_isTime && _date == DateParts.Month) ? null : _date;

    public int MinDigits { get; private set; }

    public bool IsGrouped { get; private set; }

    /// <summary>The words before the number.</summary>
    public string Before => _before.ToString();

    /// <summary>The words after the number.</summary>
    public string After => _after.ToString();

    public static IReadOnlyList<NumberFormatSection> All(string code)
    {
        var sections = new List<NumberFormatSection>();
        var start = 0;
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] == ';')
            {
                sections.Add(new NumberFormatSection(code[start..i]));
                start = i + 1;
            }
            else
            {
                i = EndOfLiteral(code, i);
            }
        }

        return [.. sections, new NumberFormatSection(code[start..])];
    }

    /// <summary>The index of the last character of the literal, bracket or escape that begins here.</summary>
    private static int EndOfLiteral(string code, int start)
    {
        if (code[start] is '\\' or '!' or '_' or '*') return Math.Min(start + 1, code.Length - 1);
        if (code[start] is not ('"' or '[')) return start;
        return code.IndexOf(code[start] == '"' ? '"' : ']', start + 1) is >= 0 and var end ? end : code.Length - 1;
    }

    /// <summary>Reads the token at an index and returns the index of its last character.</summary>
    private int Read(string section, int start)
    {
        const string general = "General";
        if (section.AsSpan(start).StartsWith(general, StringComparison.OrdinalIgnoreCase))
        {
            _placeholders++;
            return start + general.Length - 1;
        }

        var end = EndOfLiteral(section, start);
        switch (section[start])
        {
            case '"':
                Literal(section[(start + 1)..Math.Max(start + 1, end)]);
                break;
            case '\\' or '!':
                Literal(section[(start + 1)..(end + 1)]);
                break;
            case '_' or '*':
                break;
            case '[':
                Bracket(section[(start + 1)..Math.Max(start + 1, end)]);
                break;
            default:
                Symbol(section[start]);
                break;
        }

        return end;
    }

    private void Symbol(char c)
    {
        switch (char.ToLowerInvariant(c))
        {
            case '0' or '#' or '?':
                // A number in two pieces: 000-0000.
                _saysSomethingElse |= _after.Length > 0;
                IsGrouped |= _isScaled;
                _isScaled = false;
                _placeholders++;
                if (c == '0' && !_isDecimal) MinDigits++;
                break;
            case '.' when _placeholders > 0:
                _isDecimal = true;
                break;
            case ',' when _placeholders > 0:
                _isScaled = true;
                break;
            case 'y' or 'e':
                _date |= DateParts.Year;
                break;
            case 'm':
                _date |= DateParts.Month;
                break;
            case 'd':
                _date |= DateParts.Day;
                break;
            case 'h' or 's':
                _isTime = true;
                break;
            case '%':
                _saysSomethingElse = true;
                break;
            // A number in a cell formatted as text.
            case '@':
                _placeholders++;
                break;
            // The name of an era, the day of a week.
            case 'g' or 'a':
                break;
            default:
                Literal(c.ToString());
                break;
        }
    }

    private void Bracket(string content)
    {
        // [$¥-411] is a currency, [$-411] only a language; [Red] and [DBNum3] change no figure; [h] and [>=100] do.
        if (content.StartsWith('$')) Literal(content[1..].Split('-')[0]);
        else _saysSomethingElse |= content.Length <= 2 || content.AsSpan().ContainsAny('<', '>', '=');
    }

    private void Literal(string text) => (_placeholders > 0 ? _after : _before).Append(text);
}
