using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Web.Downloads.Descriptors;

/// <summary>Code that loads a file correctly: codes as text, nullable counts, the right encoding.</summary>
public sealed record Snippet(string Title, string Code);

/// <summary>Writes snippets for a CSV in a chosen format.</summary>
public static class Snippets
{
    /// <param name="written">The columns of the file.</param>
    /// <param name="parts">The names of all parts, as published.</param>
    public static IReadOnlyList<Snippet> For(string origin, ExtractRequest request, IEnumerable<Column> written, IEnumerable<string> parts)
    {
        var (address, format) = (AddressOf(request), request.Format);
        var columns = written
            .Select(c => (Name: format.HasJapaneseHeadings ? c.JapaneseName : c.Name, IsNumber: c.Type is ColumnType.Count or ColumnType.Flag))
            .ToList();
        // DuckDB reads other encodings only with an extension.
        var readable = IsShiftJis(format) ? AddressOf(request with { Format = format with { Encoding = CsvFormat.Utf8 } }) : address;
        var pinned = QueryText.Of([.. new ObservationFilter { AsOf = request.Filter.AsOf }.ToParameters()]);
        return
        [
            Python(address, format, columns),
            R(address, format, columns),
            PowerQuery(address, format, columns),
            DuckDb(readable, columns),
            // The database has a row for each figure, in no other shape.
            .. format.Shape == CsvShape.Tidy ? [Sqlite($"{origin}/extracts/yorozu.sqlite{pinned}", request.Filter, parts)] : Array.Empty<Snippet>(),
        ];

        string AddressOf(ExtractRequest of) => $"{origin}/extracts/observations.csv{of.ToQueryString()}";
    }

    private static bool IsShiftJis(CsvFormat format) => new CsvEncoding(format.Encoding).Charset == "Shift_JIS";

    private static Snippet Python(string address, CsvFormat format, List<(string Name, bool IsNumber)> columns)
    {
        var encoding = IsShiftJis(format) ? "cp932" : format.Encoding == CsvFormat.Utf8Bom ? "utf-8-sig" : "utf-8";
        var numbers = string.Join(", ", columns.Where(c => c.IsNumber).Select(c => $"\"{c.Name.Replace("\"", "\\\"", StringComparison.Ordinal)}\""));
        return new Snippet(
            "Python (pandas)",
            $"""
            import pandas as pd

            numbers = [{numbers}]
            df = pd.read_csv(
                "{address}",
                encoding="{encoding}",
                dtype=str,
                keep_default_na=False,
            )
            df[numbers] = df[numbers].apply(pd.to_numeric).astype("Int64")
            """);
    }

    private static Snippet R(string address, CsvFormat format, List<(string Name, bool IsNumber)> columns)
    {
        var types = string.Concat(columns.Select(c => c.IsNumber ? 'd' : 'c'));
        return new Snippet(
            "R (readr)",
            $"""
            library(readr)

            df <- read_csv(
              "{address}",
              locale = locale(encoding = "{(IsShiftJis(format) ? "CP932" : "UTF-8")}"),
              col_types = "{types}",
              na = ""
            )
            """);
    }

    private static Snippet PowerQuery(string address, CsvFormat format, List<(string Name, bool IsNumber)> columns)
    {
        var types = string.Join(",\n    ", columns.Select(c => $"{{\"{Doubled(c.Name)}\", {(c.IsNumber ? "Int64.Type" : "type text")}}}"));
        return new Snippet(
            "Excel (Power Query)",
            $$"""
            let
              Source = Csv.Document(Web.Contents("{{address}}"),
                [Delimiter = ",", Columns = {{columns.Count}}, Encoding = {{(IsShiftJis(format) ? 932 : 65001)}}, QuoteStyle = QuoteStyle.Csv]),
              Headed = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),
              Blank = Table.ReplaceValue(Headed, "", null, Replacer.ReplaceValue, Table.ColumnNames(Headed)),
              Typed = Table.TransformColumnTypes(Blank, {
                {{types}}
              })
            in
              Typed
            """);
    }

    // A quote in a text of Power Query.
    private static string Doubled(string name) => name.Replace("\"", "\"\"", StringComparison.Ordinal);

    private static Snippet DuckDb(string address, List<(string Name, bool IsNumber)> columns)
    {
        var types = string.Join(",\n    ", columns.Select(c => $"{Quoted(c.Name)}: '{(c.IsNumber ? "BIGINT" : "VARCHAR")}'"));
        return new Snippet(
            "DuckDB",
            $$"""
            SELECT * FROM read_csv(
              {{Quoted(address)}},
              types = {
                {{types}}
              }
            );
            """);
    }

    private static Snippet Sqlite(string address, ObservationFilter filter, IEnumerable<string> parts)
    {
        // They would be added to a total twice, and the database marks totals only.
        var included = parts.Where(MetricPart.IsOfWhich).Select(Quoted).ToList();
        (string Column, IEnumerable<string> Values)[] choices =
        [
            ("section", filter.Sections.Select(Quoted)),
            ("metric", filter.Metrics.Select(Quoted)),
            ("part", filter.Parts.Select(Quoted)),
            ("area_code", filter.Areas.Select(a => Quoted(a.Code))),
            ("fiscal_year", filter.FiscalYears.Select(y => y.ToString())),
        ];
        string[] where =
        [
            .. choices.Where(c => c.Values.Any()).Select(c => $"{c.Column} IN ({string.Join(", ", c.Values)})"),
            .. filter.From is { } from ? [$"month >= '{from}'"] : Array.Empty<string>(),
            .. filter.To is { } to ? [$"month <= '{to}'"] : Array.Empty<string>(),
            .. filter.ExcludesTotals ? ["level = 'prefecture'", "is_total = 0"] : Array.Empty<string>(),
            .. filter.ExcludesTotals && included.Count > 0 ? [$"part NOT IN ({string.Join(", ", included)})"] : Array.Empty<string>(),
        ];
        return new Snippet(
            "SQL (SQLite)",
            $"""
            -- curl -o yorozu.sqlite "{address}" && sqlite3 yorozu.sqlite
            SELECT metric_name, part, area, month, value, unit FROM observations{(where.Length == 0 ? "" : "\nWHERE " + string.Join(" AND ", where))}
            ORDER BY metric, part, area_code, month;
            """);
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
