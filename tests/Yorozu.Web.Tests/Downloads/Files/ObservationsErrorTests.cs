using System.Net;
using System.Text.Json;

namespace Yorozu.Web.Tests.Downloads.Files;

public sealed class ObservationsErrorTests(PublishedHost published) : IClassFixture<PublishedHost>
{
    [Theory]
    [InlineData("metric=nonsense", "unknown-value", "metric", "nonsense", "「metric」の値「nonsense」は使えません（指標キー。/extracts/metrics.csv に一覧）。")]
    [InlineData("area=48", "unknown-value", "area", "48", "「area」の値「48」は使えません（00（全国）、01〜47）。")]
    [InlineData("area=1", "unknown-value", "area", "1", "「area」の値「1」は使えません（00（全国）、01〜47）。")]
    [InlineData("fy=R3", "unknown-value", "fy", "R3", "「fy」の値「R3」は使えません（年度の西暦4桁。例 2021）。")]
    [InlineData("from=2021-13", "unknown-value", "from", "2021-13", "「from」の値「2021-13」は使えません（YYYY-MM）。")]
    [InlineData("to=2021/04", "unknown-value", "to", "2021/04", "「to」の値「2021/04」は使えません（YYYY-MM）。")]
    [InlineData("section=x", "unknown-value", "section", "x", "「section」の値「x」は使えません（区分名。/extracts/metrics.csv に一覧。none は区分のない表）。")]
    [InlineData("asof=99", "unknown-value", "asof", "99", "「asof」の値「99」は使えません（公表の番号（例 2。取り下げの時点は 2-withdrawn）か、公表日 YYYY-MM-DD。/extracts/releases.csv に一覧）。")]
    [InlineData("shape=long", "unknown-value", "shape", "long", "「shape」の値「long」は使えません（tidy、wide、pivot）。")]
    [InlineData("encoding=euc-jp", "unknown-value", "encoding", "euc-jp", "「encoding」の値「euc-jp」は使えません（utf-8-bom、utf-8、shift_jis）。")]
    [InlineData("lang=fr", "unknown-value", "lang", "fr", "「lang」の値「fr」は使えません（ja（日本語の列名）、en（指標、地域、単位などの値を英語で）。なければ列名は英数字、値は公表のまま）。")]
    [InlineData("shape=pivot&rows=city", "unknown-value", "rows", "city", "「rows」の値「city」は使えません（area、region、metric、month、fiscal_year、part）。")]
    [InlineData(
        "shape=pivot&rows=month&measure=fiscal-year", "impossible-pivot", "measure", "fiscal-year",
        "「measure」の値「fiscal-year」は使えません（月が行か列なら、年度累計、月の値のどれか）。")]
    [InlineData("from=2022-03&to=2022-02", "reversed-range", "to", "2022-02", "「to」の値「2022-02」は範囲が逆です（from の 2022-03 以降）。")]
    [InlineData("shape=tidy&shape=wide", "repeated-parameter", "shape", "wide", "パラメーター「shape」は一度だけ指定できます。")]
    [InlineData(
        "metrics=visitors", "unknown-parameter", "metrics", "visitors",
        "パラメーター「metrics」はありません（area、asof、columns、encoding、from、fy、lang、measure、metric、part、region、rows、section、shape、to、totals）。")]
    public async Task A_parameter_that_cannot_be_used_is_named(string query, string code, string parameter, string value, string message)
    {
        using var response = await published.Client.GetAsync("/extracts/observations.csv?" + query);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStreamAsync());
        problem.RootElement.GetProperty("title").GetString().Should().Be("パラメーターを確認してください");
        problem.RootElement.GetProperty("status").GetInt32().Should().Be(400);
        problem.RootElement.GetProperty("detail").GetString().Should().Be(message);
        var error = problem.RootElement.GetProperty("errors").EnumerateArray().Should().ContainSingle().Subject;
        error.GetProperty("code").GetString().Should().Be(code);
        error.GetProperty("parameter").GetString().Should().Be(parameter);
        error.GetProperty("value").GetString().Should().Be(value);
        error.GetProperty("message").GetString().Should().Be(message);
    }

    [Fact]
    public async Task Every_mistake_is_reported_at_once()
    {
        using var response = await published.Client.GetAsync("/extracts/observations.csv?metric=a&area=99&area=13&from=x");

        using var problem = JsonDocument.Parse(await response.Content.ReadAsStreamAsync());
        problem.RootElement.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("parameter").GetString()).Should().Equal("metric", "area", "from");
    }

    [Theory]
    [InlineData("GET", "/extracts/nothing.csv", 404, "アドレスがありません", "使えるアドレスは /openapi/v1.json に一覧があります。")]
    [InlineData("GET", "/api/v2/observations", 404, "アドレスがありません", "使えるアドレスは /openapi/v1.json に一覧があります。")]
    [InlineData("GET", "/api/v1/nothing", 404, "アドレスがありません", "使えるアドレスは /openapi/v1.json に一覧があります。")]
    [InlineData("POST", "/extracts/observations.csv", 405, "このメソッドは使えません", "GET か HEAD で取得してください。")]
    [InlineData("DELETE", "/api/v1/releases", 405, "このメソッドは使えません", "GET か HEAD で取得してください。")]
    public async Task A_missing_address_is_a_problem_document_not_a_page(string method, string address, int status, string title, string detail)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var response = await published.Client.SendAsync(request);

        ((int)response.StatusCode).Should().Be(status);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        response.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("*");
        response.Content.Headers.Allow.Should().Equal(status == 405 ? ["GET", "HEAD", "OPTIONS"] : []);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStreamAsync());
        problem.RootElement.GetProperty("title").GetString().Should().Be(title);
        problem.RootElement.GetProperty("detail").GetString().Should().Be(detail);
    }

    [Fact]
    public async Task Errors_can_be_read_from_any_origin()
    {
        using var response = await published.Client.GetAsync("/extracts/observations.csv?area=99");

        response.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("*");
    }
}
