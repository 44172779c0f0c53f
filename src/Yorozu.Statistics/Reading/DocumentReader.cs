using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Decoding;
using Yorozu.Statistics.Reading.Html;
using Yorozu.Statistics.Reading.Tables;
using Yorozu.Statistics.Reading.Text;
using Yorozu.Statistics.Reading.Xlsx;

namespace Yorozu.Statistics.Reading;

/// <summary>Reads a published document: text, HTML or an Excel workbook. The entry point of reading.</summary>
public static class DocumentReader
{
    /// <summary>The largest document, in bytes: 5 MiB.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    private static readonly string[] HtmlSigns = ["<table", "<html", "<!doctype html", "<body"];

    /// <summary>Reads the whole document or refuses it.</summary>
    /// <param name="document">The bytes as published; the content decides the format, not a file name.</param>
    /// <param name="catalogue">The known metrics.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The page, or every problem found. Bad input never throws.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ReadResult Read(ReadOnlyMemory<byte> document, MetricCatalogue catalogue, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var problems = new ProblemList();
        if (document.Length > MaxBytes)
        {
            problems.Add(ProblemKind.TooLarge, SourcePosition.Nowhere, Phrase.None, new Phrase("ファイルが大きすぎます"), new Phrase("5 MiBまで"));
            return ReadResult.Refused(problems.Found);
        }

        var limits = new ReadingLimits(problems);
        return WorkbookReader.IsZip(document.Span)
            ? ReadWorkbook(document, catalogue, problems, limits, cancellationToken)
            : ReadText(document, catalogue, problems, limits, cancellationToken);
    }

    private static ReadResult ReadWorkbook(
        ReadOnlyMemory<byte> document, MetricCatalogue catalogue, ProblemList problems, ReadingLimits limits, CancellationToken cancellationToken)
    {
        var workbook = new WorkbookReader(catalogue, problems, limits);
        var content = new DocumentBlocks(DocumentFormat.Xlsx, "utf-8", workbook.Read(document, cancellationToken), null);
        if (problems.Count > 0) return ReadResult.Refused(problems.Found);
        if (ReadPage(content, catalogue, problems, cancellationToken) is { } page) return ReadResult.Read(page);
        // A row that is missing may be there, hidden.
        workbook.AddHidden();
        return ReadResult.Refused(problems.Found);
    }

    private static ReadResult ReadText(
        ReadOnlyMemory<byte> document, MetricCatalogue catalogue, ProblemList problems, ReadingLimits limits, CancellationToken cancellationToken)
    {
        if (DocumentText.Decode(document.Span, problems) is not { } text) return ReadResult.Refused(problems.Found);
        var html = Array.Exists(HtmlSigns, s => text.Text.Contains(s, StringComparison.OrdinalIgnoreCase)) ? new HtmlGridReader(problems, limits) : null;
        var blocks = html is not null
            ? html.Read(text.Text, cancellationToken)
            : new TextGridReader(limits).Read(text.Text, cancellationToken);
        if (limits.Exceeded || html is { EndsInAttribute: true }) return ReadResult.Refused(problems.Found);
        var content = new DocumentBlocks(html is null ? DocumentFormat.Text : DocumentFormat.Html, text.EncodingName, blocks, html?.Hidden);
        return ReadPage(content, catalogue, problems, cancellationToken) is { } page ? ReadResult.Read(page) : ReadResult.Refused(problems.Found);
    }

    /// <summary>The page; null when problems were added.</summary>
    private static PublishedPage? ReadPage(DocumentBlocks content, MetricCatalogue catalogue, ProblemList problems, CancellationToken cancellationToken)
    {
        var (year, tables) = PageReader.Read(content.Blocks, content.Hidden, catalogue, problems, cancellationToken);
        if (problems.Count > 0 || year is null) return null;
        (tables, var asOf) = ComingMonths.Clear(tables, problems);
        if (asOf == default)
        {
            problems.Add(ProblemKind.TableMissing, tables[0].Position, Phrase.None, new Phrase("どの月にも数がありません"), new Phrase("少なくとも1か月分の数"));
            return null;
        }

        return new PublishedPage(year.Year, asOf, content.Format, content.EncodingName, tables)
        {
            NewTerms = NewTerm.In(tables, catalogue),
            Notices = problems.Notices,
        };
    }

    private sealed record DocumentBlocks(DocumentFormat Format, string EncodingName, IReadOnlyList<Block> Blocks, HiddenTables? Hidden);
}
