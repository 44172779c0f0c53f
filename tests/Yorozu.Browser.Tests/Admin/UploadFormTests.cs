using System.Text;
using Microsoft.Playwright;
using Yorozu.Testing;

namespace Yorozu.Browser.Tests.Admin;

public sealed class UploadFormTests(AdminHost host) : IClassFixture<AdminHost>
{
    [BrowserFact]
    public async Task Files_are_dropped_listed_and_sent_and_each_gets_its_answer()
    {
        await using var window = await host.SignInAsync();
        var page = window.Page;
        var good = Encoding.UTF8.GetString(PageBuilder.Consultations(1, 2019).Build().Bytes.Span);

        await DropAsync(page, ("april.txt", good), ("broken.txt", "何でもない文章"));
        (await page.Locator("#chosen li").AllInnerTextsAsync()).Should().HaveCount(2).And.Contain(t => t.StartsWith("april.txt（"));
        await page.GetByRole(AriaRole.Button, new() { Name = "読み取って確認へ進む" }).ClickAsync();
        await page.Locator(".result").First.WaitForAsync();

        (await page.Locator(".result h2").AllInnerTextsAsync()).Should().Equal("april.txt", "broken.txt");
        (await page.Locator(".result").Nth(1).InnerTextAsync()).Should().Contain("取り込めません");
        window.Problems.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task While_documents_are_sent_their_progress_is_shown_and_the_button_rests()
    {
        await using var window = await host.SignInAsync();
        var page = window.Page;
        await page.EvaluateAsync(
            """
            () => {
              const bar = document.getElementById('upload-progress');
              window.seen = [];
              new MutationObserver(() => seen.push({ hidden: bar.hidden, value: bar.value, disabled: document.querySelector('#upload button').disabled }))
                .observe(bar, { attributes: true });
            }
            """);

        await DropAsync(page, ("one.txt", new string('x', 4 * 1024 * 1024)), ("two.txt", new string('y', 4 * 1024 * 1024)));
        await page.GetByRole(AriaRole.Button, new() { Name = "読み取って確認へ進む" }).ClickAsync();
        await page.Locator(".result").First.WaitForAsync();

        var seen = await page.EvaluateAsync<Seen[]>("() => seen");
        seen.Should().OnlyContain(s => !s.Hidden && s.Disabled);
        seen.Select(s => s.Value).Should().BeInAscendingOrder().And.EndWith(100);
        (await page.Locator("#upload button").IsEnabledAsync()).Should().BeTrue();
        (await page.Locator("#upload-progress").IsVisibleAsync()).Should().BeFalse();
    }

    [BrowserFact]
    public async Task A_file_that_is_too_large_is_refused_before_it_is_sent()
    {
        await using var window = await host.SignInAsync();

        await DropAsync(window.Page, ("large.txt", new string('あ', 2 * 1024 * 1024)));

        (await window.Page.Locator("#upload-message").InnerTextAsync()).Should().StartWith("5 MiBを超えています: large.txt。");
    }

    [BrowserFact]
    public async Task The_form_works_by_keyboard_and_without_scripts()
    {
        await using var window = await host.SignInAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = window.Page;

        await page.Locator("#text").FillAsync(PageBuilder.Consultations(1, 2018).Text());
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/admin/uploads/*");

        (await page.Locator("h2").First.InnerTextAsync()).Should().Contain("平成30年度（2018年度）");
    }

    private sealed record Seen
    {
        public bool Hidden { get; init; }

        public double Value { get; init; }

        public bool Disabled { get; init; }
    }

    private static async Task DropAsync(IPage page, params (string Name, string Text)[] files) => await page.EvaluateAsync(
        """
        files => {
          const data = new DataTransfer();
          for (const { name, text } of files) data.items.add(new File([text], name));
          document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
        }
        """,
        files.Select(f => new { name = f.Name, text = f.Text }).ToArray());
}
