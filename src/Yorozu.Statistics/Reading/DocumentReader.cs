using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Decoding;
using Yorozu.Statistics.Reading.Html;
using Yorozu.Statistics.Reading.Tables;
using Yorozu.Statistics.Reading.Text;

namespace Yorozu.Statistics.Reading;

/// <summary>Reads a published document, text or HTML. The entry point of reading.</summary>
public static class DocumentReader
{
    /// <summary>The largest document, in bytes: 5 MiB.</summary>
    public const int MaxBytes = DocumentText.MaxBytes;

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
        if (DocumentText.Decode(document.Span, problems) is not { } text) return ReadResult.Refused(problems.Found);

        var format = Array.Exists(HtmlSigns, s => text.Text.Contains(s, StringComparison.OrdinalIgnoreCase)) ? DocumentFormat.Html : DocumentFormat.Text;
        var limits = new ReadingLimits(problems);
        var html = format == DocumentFormat.Html ? new HtmlGridReader(problems, limits) : null;
        var blocks = html is not null
            ? html.Read(text.Text, cancellationToken)
            : new TextGridReader(limits).Read(text.Text, cancellationToken);
        if (limits.Exceeded) return ReadResult.Refused(problems.Found);

        var (year, tables) = new PageReader(catalogue, problems).Read(blocks, html?.Hidden, cancellationToken);
        if (problems.Count == 0) tables = ComingMonths.Clear(tables, problems);
        var published = tables.SelectMany(t => t.Observations).Where(o => o.Figure.IsPublished).Select(o => o.Month).DefaultIfEmpty().Max();
        if (problems.Count == 0 && published == default)
        {
            problems.Add(ProblemKind.TableMissing, tables[0].Position, Phrase.None, new Phrase("どの月にも数がありません"), new Phrase("少なくとも1か月分の数"));
        }

        return problems.Count > 0 || year is null
            ? ReadResult.Refused(problems.Found)
            : ReadResult.Read(new PublishedPage(year.Year, published, format, text.EncodingName, tables)
            {
                NewTerms = NewTerm.In(tables, catalogue),
                Notices = problems.Notices,
            });
    }
}
