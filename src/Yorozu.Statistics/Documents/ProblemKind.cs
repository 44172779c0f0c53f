namespace Yorozu.Statistics.Documents;

/// <summary>The kinds of problems that refuse a document.</summary>
public enum ProblemKind
{
    /// <summary>The document has no bytes, or only white space.</summary>
    Empty,

    /// <summary>A file of a kind that cannot contain a page, such as a picture or a PDF; what is expected says how to save the page instead.</summary>
    ForeignFile,

    /// <summary>NUL bytes, or bytes that are not text in any of the encodings.</summary>
    NotText,

    /// <summary>A limit on size, tables, cells, spans or nesting is exceeded.</summary>
    TooLarge,

    /// <summary>No heading names a fiscal year, or the named year does not exist (平成40年度).</summary>
    FiscalYearMissing,

    /// <summary>More than one fiscal year is named, or a sentence, date or table header contradicts the page's year.</summary>
    FiscalYearAmbiguous,

    /// <summary>There is no data table, or none has a figure.</summary>
    TableMissing,

    /// <summary>A data table has no heading for its metric, or two tables have the same metric.</summary>
    MetricHeading,

    /// <summary>The header row has something other than months, parts and 累計値, or a month is repeated or out of order.</summary>
    Header,

    /// <summary>A prefecture is missing, repeated or unknown, or the 合計 row is missing.</summary>
    AreaRow,

    /// <summary>A row has fewer or more cells than the header.</summary>
    RowLength,

    /// <summary>A cell is neither a count nor a known mark for an unpublished figure.</summary>
    NotACount,

    /// <summary>Broken table markup: text outside cells, an unclosed quotation mark, or rows without column separators.</summary>
    Markup,

    /// <summary>The document ends inside a table or a tag, or a heading has no table below it.</summary>
    Truncated,

    /// <summary>A fault of the program, not of the document.</summary>
    InternalError,
}
