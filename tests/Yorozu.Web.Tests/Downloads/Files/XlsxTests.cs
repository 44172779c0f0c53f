extern alias OpenXmlSdk;
using System.Data;
using System.Text.Json;
using ExcelDataReader;
using Microsoft.AspNetCore.Http;
using OpenXmlSdk::DocumentFormat.OpenXml.Packaging;
using OpenXmlSdk::DocumentFormat.OpenXml.Validation;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Extracts.Pivots;
using Yorozu.Data.Extracts.Xlsx;
using Yorozu.Data.Snapshots;
using Yorozu.Testing;
using Yorozu.Web.Downloads.Files;

namespace Yorozu.Web.Tests.Downloads.Files;

public sealed class XlsxTests
{
    [Fact]
    public async Task The_workbook_breaks_no_rule_of_the_standard()
    {
        await using var host = await WebApp.SharedAsync();
        using var document = SpreadsheetDocument.Open(new MemoryStream(await host.BytesAsync("/extracts/yorozu.xlsx?fy=2026")), isEditable: false);

        new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}").Should().BeEmpty();
        document.WorkbookPart!.Workbook.Descendants<OpenXmlSdk::DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(s => s.Name!.Value)
            .Should().Equal("data", "indicators", "vintages", "revisions", "releases", "metrics", "prefectures", "reference", "columns", "notes");
        document.WorkbookPart.WorksheetParts.Select(p => p.Worksheet.Descendants<OpenXmlSdk::DocumentFormat.OpenXml.Spreadsheet.Pane>().Single())
            .Should().OnlyContain(p => p.VerticalSplit!.Value == 1 && p.State!.InnerText == "frozen");
    }

    [Fact]
    public async Task Another_reader_finds_the_same_rows_as_in_the_CSV()
    {
        await using var host = await WebApp.SharedAsync();
        var csv = Csv.Read(await host.BytesAsync("/extracts/observations.csv"));
        var sheets = Read(await host.BytesAsync("/extracts/yorozu.xlsx"));
        var data = sheets["data"]!;

        data.Columns.Cast<DataColumn>().Select(c => c.ColumnName).Should().Equal(csv.Header);
        data.Rows.Cast<DataRow>().Select(r => string.Join(',', r.ItemArray.Select(v => v switch
            {
                double n => n.ToString("0", null),
                DateTime month => month.ToString("yyyy-MM", null),
                _ => v?.ToString(),
            })))
            .Should().Equal(csv.Rows.Select(r => string.Join(',', r.Values)));
        data.Rows
            .Cast<DataRow>()
            .Should().OnlyContain(r => r["value"] is double && r["fiscal_year"] is double && r["area_code"] is string && r["month"] is DateTime);
        sheets["prefectures"]!.Rows.Should().HaveCount(48);
        sheets["columns"]!.Rows.Cast<DataRow>().Count(r => (string)r["sheet"] == "data").Should().Be(csv.Header.Count);
        sheets["notes"]!.Rows.Cast<DataRow>().Should().Contain(r => (string)r["item"] == "出典").And.Contain(r => (string)r["item"] == "速報値");
    }

    [Theory]
    [InlineData("fy=2026", "data", "A1:P673", "fiscal_year")]
    [InlineData("fy=2021&shape=wide&lang=ja", "data", "A1:AB193", "年度")]
    [InlineData("shape=pivot", "data", "A1:Q49", "area_code")]
    [InlineData("shape=pivot&rows=month&metric=visitors&columns=area&lang=ja", "data", "A1:BA13", "年月")]
    [InlineData("shape=pivot&fy=1999", "data", "A1:C2", "area_code")]
    [InlineData("fy=1999", "data", "A1:P2", "fiscal_year")]
    [InlineData("fy=2026", "prefectures", "A1:E49", "code")]
    public async Task Each_sheet_is_a_table_with_filters_widths_and_the_headings_of_its_first_row(string query, string sheet, string area, string heading)
    {
        await using var host = await WebApp.SharedAsync();
        var bytes = await host.BytesAsync("/extracts/yorozu.xlsx?" + query);
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

        new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}").Should().BeEmpty();
        var workbook = document.WorkbookPart!;
        var part = Part(sheet);
        var table = part.TableDefinitionParts.Single().Table;
        (table.Reference!.Value, table.AutoFilter!.Reference!.Value, table.DisplayName!.Value).Should().Be((area, area, "yorozu_" + sheet));
        table.TableColumns!.Elements<OpenXmlSdk::DocumentFormat.OpenXml.Spreadsheet.TableColumn>().Select(c => c.Name!.Value)
            .Should().Equal(Read(bytes)[sheet]!.Columns.Cast<DataColumn>().Select(c => c.ColumnName)).And.StartWith(heading);
        part.Worksheet.Descendants<OpenXmlSdk::DocumentFormat.OpenXml.Spreadsheet.Column>().Should().OnlyContain(c => c.Width!.Value >= 12);
        Widths("metrics")[5].Should().Be(60, "definitions are long");
        workbook.WorksheetParts.SelectMany(p => p.TableDefinitionParts).Select(t => t.Table.Id!.Value).Should().OnlyHaveUniqueItems();

        WorksheetPart Part(string name) => (WorksheetPart)workbook.GetPartById(
            workbook.Workbook.Descendants<OpenXmlSdk::DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(s => s.Name == name).Id!.Value!);

        List<double> Widths(string name) =>
            [.. Part(name).Worksheet.Descendants<OpenXmlSdk::DocumentFormat.OpenXml.Spreadsheet.Column>().Select(c => c.Width!.Value)];
    }

    [Fact]
    public async Task Counts_have_separators_and_years_and_numbers_of_releases_none()
    {
        await using var host = await WebApp.SharedAsync();
        var bytes = await host.BytesAsync("/extracts/yorozu.xlsx?fy=2021&metric=consultations&area=00");
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(bytes));
        reader.Read();
        var headings = Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToList();
        reader.Read();

        string? Format(string heading) => reader.GetNumberFormatString(headings.IndexOf(heading));
        (Format("value"), Format("cumulative"), Format("fiscal_year"), Format("release")).Should().Be(("#,##0", "#,##0", "General", "General"));
        Format("month").Should().Be("yyyy\"年\"m\"月\"");
        Read(bytes)["notes"]!.Rows.Cast<DataRow>().Single(r => (string)r["item"] == "引用")["text"].Should().Be(
            "よろず支援拠点全国本部（中小機構）の公表資料「よろず支援拠点相談等実績」を加工して作成（速報値）。公表 2 の時点、"
                + "本サイトの /extracts/observations.csv?metric=consultations&area=00&fy=2021&asof=2");
    }

    [Fact]
    public async Task A_formula_or_a_markup_character_in_a_name_stays_text()
    {
        await using var host = await WebApp.StartAsync(PageBuilder.Consultations(1).Metric("(1)ワンストップ相談窓口", "5.=1+1").Metric("(1)ワンストップ相談窓口", "6.A&B").Build());
        var data = Read(await host.BytesAsync("/extracts/yorozu.xlsx?area=13"))["data"]!;

        data.Rows.Cast<DataRow>().Select(r => r["metric_name"]).Should().Contain("=1+1").And.Contain("A&B");
    }

    [Fact]
    public async Task A_pivot_has_the_cells_of_its_csv_and_says_what_they_are()
    {
        const string Query = "?metric=visitors&fy=2021&shape=pivot&rows=month&columns=region&measure=month";
        await using var host = await WebApp.SharedAsync();
        var csv = Csv.Read(await host.BytesAsync("/extracts/observations.csv" + Query));
        var sheets = Read(await host.BytesAsync("/extracts/yorozu.xlsx" + Query));

        sheets["data"]!.Rows.Cast<DataRow>()
            .Select(r => string.Join(',', r.ItemArray.Select(v => v is DateTime month ? month.ToString("yyyy-MM", null) : v?.ToString())))
            .Should().Equal(csv.Rows.Select(r => string.Join(',', r.Values)));
        var notes = sheets["notes"]!.Rows.Cast<DataRow>().ToDictionary(r => (string)r["item"], r => (string)r["text"]);
        notes["形"].Should().Be("行は月、列は管轄地域、値は月の値。管轄地域の値は都道府県の計");
        notes["引用"].Should().EndWith("/extracts/observations.csv?metric=visitors&fy=2021&asof=2&shape=pivot&rows=month&columns=region&measure=month");
        sheets["columns"]!.Rows.Cast<DataRow>().Select(r => (string)r["description"]).Should().Contain("九州（kyushu）の月の値。空は未公表");
    }

    public static TheoryData<Exception, string> Refused => new()
    {
        { new SheetFullException(), "Excelのシートは見出しを含めて1,048,576行までです。fy や metric などで絞り込むか、observations.csv を取得してください。" },
        {
            new PivotTooLargeException(48, 252),
            "この表は 48行 × 252列になります。集計は 12000セル、500列までです。metric、area、fy などで絞り込むか、shape=tidy で取得してください。"
        },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task What_is_too_large_is_refused_with_another_way(Exception cause, string detail)
    {
        await using var host = await WebApp.StartAsync();
        var snapshot = new Snapshot(0, default, null, true);
        var file = new ExtractFile("yorozu.xlsx", null, "application/vnd.ms-excel", snapshot, "", (_, _, _) => throw cause)
        {
            Filter = ObservationFilter.All,
        };
        var http = new DefaultHttpContext { RequestServices = host.Services, Response = { Body = new MemoryStream() } };

        await file.ExecuteAsync(http);

        http.Response.StatusCode.Should().Be(StatusCodes.Status413PayloadTooLarge);
        http.Response.ContentType.Should().Be("application/problem+json");
        http.Response.Body.Position = 0;
        JsonDocument.Parse(http.Response.Body).RootElement.GetProperty("detail").GetString().Should().Be(detail);
    }

    internal static DataTableCollection Read(byte[] bytes)
    {
        // The reader asks for the code pages of old workbooks before it looks at a new one.
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(bytes));
        var tables = new DataSet();
        do
        {
            var table = tables.Tables.Add(reader.Name);
            reader.Read();
            for (var i = 0; i < reader.FieldCount; i++) table.Columns.Add(reader.GetString(i), typeof(object));
            while (reader.Read()) table.Rows.Add([.. Enumerable.Range(0, table.Columns.Count).Select(i => reader.GetValue(i) ?? "")]);
        }
        while (reader.NextResult());
        return tables.Tables;
    }
}
