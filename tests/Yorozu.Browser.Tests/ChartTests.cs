using Microsoft.Playwright;

namespace Yorozu.Browser.Tests;

/// <summary>What a chart draws is what its table says.</summary>
[Collection(BrowserTests.Name)]
public sealed class ChartTests(BrowserHost host)
{
    // Titles and notes begin at the left edge of a picture.
    private const string RecordTexts =
        """
        window.written = [];
        window.ends = [];
        const fillText = CanvasRenderingContext2D.prototype.fillText;
        CanvasRenderingContext2D.prototype.fillText = function (text, x, ...rest) {
          window.written.push(text);
          if (x === 24) window.ends.push(x + this.measureText(text).width);
          fillText.call(this, text, x, ...rest);
        };
        """;

    public static TheoryData<string> Charts =>
    [
        "/",
        "/metrics/consultations",
        "/metrics/consultations?view=all&smooth=12",
        "/metrics/consultations?view=cumulative&area=33",
        "/metrics/consultations?view=annual",
        "/metrics/consultations?view=rank&area=33",
        "/metrics/consultations?view=share&highlight=13,27",
        "/prefectures/33?fy=2021",
        "/compare?metric=resolutions&areas=13,33",
    ];

    [BrowserTheory]
    [MemberData(nameof(Charts))]
    public async Task The_drawn_figures_are_the_printed_ones_and_gaps_stay_gaps(string route)
    {
        await using var window = await host.OpenAsync();
        await window.GoToAsync(route);

        // Of each drawn column: what Chart.js holds, and what a reader sees.
        var pairs = await window.Page.EvaluateAsync<string[][]>(
            """
            () => [...document.querySelectorAll('table[data-chart]')].flatMap(table => {
              const chart = Chart.getChart(table.closest('.figure').querySelector('canvas'));
              const heads = [...table.tHead.rows[0].cells].map(head => head.textContent.trim());
              return chart.data.datasets.map(set => {
                const printed = [...table.tBodies[0].rows].map(row => row.cells[heads.indexOf(set.label)].textContent.trim().replace('%', '').replace('集計なし', '未公表'));
                // A column has one decimal throughout, or none.
                const minimumFractionDigits = printed.some(text => text.includes('.')) ? 1 : 0;
                const print = value => value === null ? '未公表' : value.toLocaleString('en-US', { minimumFractionDigits, maximumFractionDigits: 1 });
                return [set.data.map(print).join(' '), printed.join(' ')];
              });
            })
            """);

        pairs.Should().NotBeEmpty().And.OnlyContain(pair => pair[0] == pair[1]);
    }

    [BrowserTheory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task The_figure_of_the_last_month_of_a_year_stays_inside_the_plot(int width)
    {
        await using var window = await host.OpenAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
        await window.GoToAsync("/prefectures/33?fy=2021");

        var edges = await window.Page.EvaluateAsync<double[]>(
            """
            () => {
              const chart = Chart.getChart(document.querySelector('#trend canvas'));
              const figure = chart.data.datasets.find(set => set.kind === 'bar').texts.at(-1);
              const fill = chart.ctx.fillText;
              let right = 0;
              chart.ctx.fillText = function (text, x, y) {
                if (text === figure) right = x + this.measureText(text).width / 2;
                fill.call(this, text, x, y);
              };
              chart.draw();
              return [right, chart.chartArea.right];
            }
            """);

        edges[0].Should().BePositive().And.BeLessThanOrEqualTo(edges[1]);
    }

    [BrowserFact]
    public async Task Counts_have_whole_steps_on_their_axis_however_few_they_are()
    {
        await using var window = await host.OpenAsync();
        await window.GoToAsync("/metrics/one-stop-trainees");

        var steps = await window.Page.EvaluateAsync<double[]>("() => Chart.getChart(document.querySelector('#trend canvas')).scales.y.ticks.map(t => t.value)");

        steps.Should().HaveCountGreaterThan(2).And.OnlyContain(step => step % 1 == 0);
    }

    [BrowserFact]
    public async Task The_head_of_a_long_table_stays_above_its_rows()
    {
        await using var window = await host.OpenAsync();
        await window.GoToAsync("/metrics/consultations?view=all");
        await window.Page.Locator("#trend [data-show=table]").ClickAsync();

        // A year of months in the box of many years.
        var shown = await window.Page.EvaluateAsync<string[]>(
            """
            () => {
              const box = document.querySelector('#trend .chart-table');
              box.classList.add('long');
              box.style.maxHeight = '12rem';
              box.scrollIntoView({ block: 'center' });
              box.scrollTop = 120;
              return [...box.querySelectorAll('thead th')].map(head => {
                const { left, top } = head.getBoundingClientRect();
                return document.elementFromPoint(left + 12, top + 12).textContent;
              });
            }
            """);

        shown.Should().Equal("月", "値（件）");
    }

    [BrowserFact]
    public async Task Bars_start_at_zero_on_the_only_axis_and_nothing_moves_on_load()
    {
        await using var window = await host.OpenAsync();
        await window.GoToAsync("/metrics/consultations");

        var chart = await window.Page.EvaluateAsync<double[]>(
            """
            () => {
              const c = Chart.getChart(document.querySelector('#trend canvas'));
              return [c.scales.y.min, Object.keys(c.scales).length - 2, c.options.animation === false ? 0 : 1];
            }
            """);

        chart.Should().OnlyContain(value => value == 0);
    }

    [BrowserTheory]
    [InlineData("/metrics/consultations?area=33")]
    [InlineData("/metrics/consultations?view=all&smooth=12")]
    [InlineData("/metrics/consultations?view=share&highlight=13,27,33")]
    [InlineData("/")]
    public async Task Names_of_lines_stand_right_of_the_plot_and_apart(string route)
    {
        await using var window = await host.OpenAsync(new BrowserNewContextOptions { ViewportSize = new() { Width = 1440, Height = 900 } });
        await window.Page.AddInitScriptAsync(
            """
            window.written = [];
            const fillText = CanvasRenderingContext2D.prototype.fillText;
            CanvasRenderingContext2D.prototype.fillText = function (text, x, y) { window.written.push({ canvas: this.canvas, text, x, y }); fillText.call(this, text, x, y); };
            """);
        await window.GoToAsync(route);

        // What is written beside the plot, but for the names of lines that do not say theirs; written twice when drawn again.
        var problems = await window.Page.EvaluateAsync<string[]>(
            """
            () => {
              const canvas = document.querySelector('#trend canvas');
              const chart = Chart.getChart(canvas);
              const names = chart.data.datasets.filter(set => set.type === 'line' && !['main', 'mean', 'low'].includes(set.kind)).map(set => set.short);
              const placed = names.map(name => window.written.findLast(label => label.canvas === canvas && label.text === name));
              return placed.flatMap((label, i) => !label ? [`${names[i]} is missing`]
                : label.x < chart.chartArea.right ? [`${label.text} is on the plot`]
                : placed.slice(i + 1).filter(other => other && Math.abs(other.y - label.y) < 15).map(other => `${label.text} touches ${other.text}`));
            }
            """);

        problems.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task A_link_copies_the_address_of_the_block_as_it_is_seen()
    {
        await using var window = await host.OpenAsync(new BrowserNewContextOptions { Permissions = ["clipboard-read", "clipboard-write"] });
        await window.GoToAsync("/metrics/consultations?highlight=13&show=share");

        await window.Page.Locator("#prefectures [data-copy]").ClickAsync();
        await Assertions.Expect(window.Page.Locator("#prefectures [data-copy]")).ToHaveTextAsync("コピーしました");

        (await window.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"))
            .Should().EndWith("/metrics/consultations?highlight=13&show=share#prefectures");
    }

    [BrowserFact]
    public async Task Reduced_motion_disables_animation()
    {
        await using var window = await host.OpenAsync(new BrowserNewContextOptions { ReducedMotion = ReducedMotion.Reduce });
        await window.GoToAsync("/metrics/consultations?highlight=13");

        var moving = await window.Page.EvaluateAsync<int>(
            """
            () => [...document.querySelectorAll('canvas')].filter(c => Chart.getChart(c).options.animation !== false).length
              + [...document.querySelectorAll('*')].filter(e => getComputedStyle(e).transitionDuration !== '0s' || getComputedStyle(e).animationName !== 'none').length
            """);

        moving.Should().Be(0);
    }

    [BrowserFact]
    public async Task The_toggle_shows_the_table_in_place_of_the_chart()
    {
        await using var window = await host.OpenAsync();
        await window.GoToAsync("/metrics/consultations");
        var figure = window.Page.Locator("#trend");

        (await figure.Locator("canvas").IsVisibleAsync()).Should().BeTrue();
        (await figure.Locator("table").IsVisibleAsync()).Should().BeFalse();
        await figure.GetByRole(AriaRole.Button, new() { Name = "表" }).ClickAsync();

        (await figure.Locator("canvas").IsVisibleAsync()).Should().BeFalse();
        (await figure.Locator("table").IsVisibleAsync()).Should().BeTrue();
    }

    [BrowserFact]
    public async Task The_texts_of_a_picture_break_into_lines_on_a_phone()
    {
        await using var window = await host.OpenAsync(new() { ViewportSize = new() { Width = 390, Height = 800 } });
        await window.Page.AddInitScriptAsync(RecordTexts);
        await window.GoToAsync("/prefectures/33");

        await window.Page.RunAndWaitForDownloadAsync(() => window.Page.Locator("#trend [data-picture]").ClickAsync());

        var ends = await window.Page.EvaluateAsync<double[]>("() => window.ends");
        ends.Should().HaveCountGreaterThan(6).And.OnlyContain(end => end <= 390);
    }

    [BrowserFact]
    public async Task A_picture_has_the_cautions_of_its_figure()
    {
        await using var window = await host.OpenAsync();
        await window.Page.AddInitScriptAsync(RecordTexts);
        await window.GoToAsync("/");
        var notes = await window.Page.EvaluateAsync<string[][]>("() => JSON.parse(document.querySelector('#trend').dataset.notes)");

        await window.Page.RunAndWaitForDownloadAsync(() => window.Page.Locator("#trend [data-picture]").ClickAsync());

        var written = string.Concat(await window.Page.EvaluateAsync<string[]>("() => window.written"));
        notes[0].Should().NotBeEmpty();
        notes.SelectMany(n => n).Should().OnlyContain(n => written.Contains(n));
    }

    [BrowserTheory]
    [InlineData("#trend")]
    [InlineData("#prefectures")]
    public async Task A_picture_can_be_downloaded(string figure)
    {
        await using var window = await host.OpenAsync();
        await window.Page.AddInitScriptAsync(RecordTexts);
        await window.GoToAsync("/metrics/consultations");

        var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.Locator($"{figure} [data-picture]").ClickAsync());

        download.SuggestedFilename.Should().EndWith(".png");
        await using var stream = await download.CreateReadStreamAsync();
        var head = new byte[4];
        await stream.ReadExactlyAsync(head);
        head.Should().Equal(0x89, (byte)'P', (byte)'N', (byte)'G');
        var written = await window.Page.EvaluateAsync<string[]>("() => window.written");
        written.Should().Contain(await window.Page.Locator($"{figure} h2").TextContentAsync());
        var text = string.Join('　', written);
        text.Should().Contain("公表者: よろず支援拠点全国本部（中小機構）　出典: 公表 1（令和3年度（2021年度） 3月分まで、r03-results.txt）　速報値");
        text.Should().EndWith($"よろず支援拠点 実績ダッシュボード　{new Uri(window.Page.Url).GetLeftPart(UriPartial.Authority)}/metrics/consultations?asof=2{figure}");
        window.Problems.Should().BeEmpty();
    }
}
