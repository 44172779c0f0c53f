using System.Net;
using Yorozu.Data.Publishing;
using Yorozu.Testing;
using static Yorozu.Web.Tests.Admin.ReviewPage;

namespace Yorozu.Web.Tests.Admin;

/// <summary>Warnings are answered in the review, one by one, with a reason that later reviews show.</summary>
public sealed class AcknowledgementTests
{
    private const string Consultations = "2.相談実績件数";

    [Fact]
    public async Task A_warning_is_acknowledged_with_a_reason_and_known_from_then_on()
    {
        await using var host = await StartAsync();
        var browser = await host.SignInAsync();
        await browser.UploadAsync(November(5_000, "november.txt"));

        var review = await browser.OpenAsync("/admin/uploads/1");
        var silent = await browser.SubmitAsync(review, "/admin/uploads/1", "=Acknowledge", ("reason", " "));
        var answered = await browser.SubmitAsync(review, "/admin/uploads/1", "=Acknowledge", ("reason", "公表元に確認した"));
        var after = await browser.OpenAsync("/admin/uploads/1");

        Verdict(review).Should().Be("▲ 確かめてから公開してください。 ふだんと違う値 1件");
        review.Page.QuerySelectorAll("#unusual .answers li").Select(Line).Should().Equal("岡山県 相談実績件数 2025年11月 5,000 ふだんの値 3,312 確かめた");
        review.Page.QuerySelectorAll("#reasons option").Select(o => o.GetAttribute("value")).Should().Equal(
            "公表元に確かめ、正しいとのこと", "公表元のページのとおり", "催しや制度の変更があった月", "集計の範囲が変わった");
        review.Page.QuerySelector("#unusual input[name=reason]")!.GetAttribute("list").Should().Be("reasons");
        silent.Alert.Should().Be("確かめた理由を選ぶか、書いてください。");
        answered.Location.Should().Be("/admin/uploads/1#known");
        Verdict(after).Should().StartWith("✓ 公開できます。");
        after.Page.QuerySelector("#unusual").Should().BeNull();
        after.Page.QuerySelector("#known h2")!.TextContent.Should().Be("既知の注意 1件");
        after.Page.QuerySelectorAll("#known .answers li").Select(Line).Should().Equal(
            "岡山県 相談実績件数 2025年11月 5,000 ✓ 公表元に確認した sato 2026-05-15 09:00 取り消す");
        after.Page.QuerySelector("#note")!.HasAttribute("required").Should().BeFalse();
        (await host.ActionsAsync()).Should().EndWith("sato acknowledge november.txt acknowledged");
    }

    [Fact]
    public async Task A_reason_is_shown_in_later_reviews_and_never_to_the_public()
    {
        await using var host = await StartAsync();
        var browser = await host.SignInAsync();
        await browser.UploadAsync(November(5_000, "november.txt"));
        await browser.SubmitAsync("/admin/uploads/1", "Acknowledge", ("reason", "内輪の理由"));
        (await browser.SubmitAsync("/admin/uploads/1", "Publish", ("note", ""))).Location.Should().Be("/admin?done=published&release=2");

        await browser.UploadAsync(PageBuilder.Consultations(9, 2025).Figure(Consultations, "岡山県", 11, 5_000).Build("december.txt"));

        (await browser.OpenAsync("/admin/uploads/2")).Page.QuerySelector("#known .answers")!.TextContent.Should().Contain("内輪の理由");
        foreach (var address in (string[])["/", "/releases/2", "/verification", "/metrics/one-stop-consultations"])
        {
            (await host.Open().OpenAsync(address)).Text.Should().NotContain("内輪の理由");
        }
    }

    [Fact]
    public async Task An_acknowledgement_is_taken_back()
    {
        await using var host = await StartAsync();
        var browser = await host.SignInAsync();
        await browser.UploadAsync(November(5_000, "november.txt"));
        await browser.SubmitAsync("/admin/uploads/1", "Acknowledge", ("reason", "確認"));

        (await browser.SubmitAsync("/admin/uploads/1", "Retract")).Location.Should().Be("/admin/uploads/1#verdict");

        (await browser.OpenAsync("/admin/uploads/1")).Page.QuerySelectorAll("#unusual .answers li").Should().ContainSingle();
        (await host.ActionsAsync()).Should().EndWith("sato acknowledge november.txt retracted");
    }

    [Theory]
    [InlineData("Check", "nonsense")]
    [InlineData("Place", "48")]
    [InlineData("Place", "")]
    [InlineData("Month", "202513")]
    [InlineData("Month", "-1")]
    public async Task What_no_warning_is_like_is_refused(string field, string value)
    {
        await using var host = await StartAsync();
        var browser = await host.SignInAsync();
        await browser.UploadAsync(November(5_000, "november.txt"));

        var form = (await browser.OpenAsync("/admin/uploads/1")).Page.QuerySelector("#unusual .answers form")!;
        var fields = form.QuerySelectorAll("input").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        (fields["reason"], fields[field]) = ("確認", value);

        var answer = await browser.PostAsync(form.GetAttribute("action")!, new FormUrlEncodedContent(fields));

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        (await host.ActionsAsync()).Should().NotContain(a => a.Contains("acknowledged", StringComparison.Ordinal));
    }

    private static Task<AdminHost> StartAsync() => AdminHost.StartAsync(PageBuilder.Consultations(7, 2025).Build("october.txt"));

    private static DocumentFile November(long okayama, string name) =>
        PageBuilder.Consultations(8, 2025).Figure(Consultations, "岡山県", 11, okayama).Build(name);
}
