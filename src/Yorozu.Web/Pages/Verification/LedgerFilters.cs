using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Checks;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Verification;

/// <summary>What the form of the ledger asks for.</summary>
public sealed record LedgerFilters(IReadOnlyList<Picker> Pickers, bool Failures)
{
    public static LedgerFilters Of(IndexModel page, IReadOnlyList<CheckTally> all, IStringLocalizer<UiText> text) => new(
    [
        new Picker("fy", text["年度"],
        [
            new PickerOption("", text["すべて"], page.Fy is null),
            .. all.Select(t => t.Year).Distinct().Select(y => new PickerOption(y.ToString(), y.DisplayName(), y == page.Fy)),
        ]),
        new Picker("metric", text["指標"],
        [
            new PickerOption("", text["すべて"], page.OnlyMetric is null),
            .. all
                .Select(t => t.Metric)
                .DistinctBy(m => m.Key)
                .OrderBy(m => m.Order)
                .Select(m => new PickerOption(m.Key, m.FullName(), m.Key == page.OnlyMetric?.Key)),
        ]),
        new Picker("kind", text["検算の種類"],
        [
            new PickerOption("", text["すべて"], page.Kind is null),
            .. CheckKinds.All.Select(k => new PickerOption(k.Code(), k.DisplayName(), k == page.Kind)),
        ]),
        Picker.Areas(text["地域"], page.Area, text["すべて"]),
    ],
    page.Failures);
}
