using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;


namespace Yorozu.Web.Downloads.Descriptors;

/// <summary>Code that loads a file correctly: codes as text, nullable counts, the right encoding.</summary>
public sealed record Snippet(string Title, string Code);

/// <summary>Writes snippets for a CSV in a chosen format.</summary>
public static class Snippets
{
    public static IReadOnlyList<Snippet> For(string address, CsvFormat format)
    {
        var columns = ObservationDataset.InShape(format.Shape).Columns
            .Select(c => (Name: format.JapaneseHeadings ? c.JapaneseName : c.Name, IsCount: c.Type == ColumnType.Count))
            .ToList();
        return [Python(address, format, columns), R(address, format, columns), PowerQuery(address, format, columns)];
    }

    private static bool IsShiftJis(CsvFormat format) => new CsvEncoding(format.Encoding).Charset == "Shift_JIS";

    private static Snippet Python(string address, CsvFormat format, List<(string Name, bool IsCount)> columns)
    {
        var encoding = IsShiftJis(format) ? "cp932" : format.Encoding == CsvFormat.Utf8Bom ? "utf-8-sig" : "utf-8";
        var counts = string.Join(", ", columns.Where(c => c.IsCount).Select(c => $"\"{c.Name}\""));
        return new Snippet(
            "Python (pandas)",
            $"""
            import pandas as pd

            counts = [{counts}]
            df = pd.read_csv(
                "{address}",
                encoding="{encoding}",
                dtype=str,
                keep_default_na=False,
            )
            df[counts] = df[counts].apply(pd.to_numeric).astype("Int64")
            """);
    }

    private static Snippet R(string address, CsvFormat format, List<(string Name, bool IsCount)> columns)
    {
        var types = string.Concat(columns.Select(c => c.IsCount ? 'd' : 'c'));
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

    private static Snippet PowerQuery(string address, CsvFormat format, List<(string Name, bool IsCount)> columns)
    {
        var types = string.Join(",\n    ", columns.Select(c => $"{{\"{c.Name}\", {(c.IsCount ? "Int64.Type" : "type text")}}}"));
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
}
