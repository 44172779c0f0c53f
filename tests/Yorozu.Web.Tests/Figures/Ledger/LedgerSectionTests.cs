using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Checks;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Snapshots;
using Yorozu.Web.Figures.Ledger;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Tests.Figures.Ledger;

public sealed class LedgerSectionTests
{
    [Theory]
    [InlineData(0, 0, "当てはまる検算はありません")]
    [InlineData(1200, 0, "検算した1,200か所はすべて一致")]
    [InlineData(1200, 2, "検算した1,200か所のうち2か所が不一致")]
    public async Task A_release_says_how_its_sums_are(int @checked, int failed, string heading)
    {
        await using var app = await WebApp.SharedAsync();
        await using var db = app.OpenStore();
        var snapshot = (await db.FindSnapshotAsync(null, default))!;
        var changes = (await db.ReleaseChangesAsync(snapshot, default))[0] with { Checked = @checked, Failed = failed };
        var text = app.Services.GetRequiredService<IStringLocalizer<UiText>>();

        var sections = LedgerSection.OfRelease(changes, [], new Dictionary<LedgerRow, IReadOnlyList<Suspect>>(), text);

        sections.Failures.Should().ContainSingle().Which.Heading.Should().Be(heading);
        sections.Unusual.Should().BeEmpty();
    }
}
