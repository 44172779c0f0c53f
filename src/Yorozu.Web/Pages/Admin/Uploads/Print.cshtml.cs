using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Publishing;
using Yorozu.Statistics.Documents;
using Yorozu.Web.Admin.Review;
using Yorozu.Web.Figures.Views;

namespace Yorozu.Web.Pages.Admin.Uploads;

/// <summary>The document in its published layout, for comparison by eye.</summary>
public sealed class PrintModel(StagingArea staging) : PageModel
{
    public StagedUpload Upload { get; private set; } = null!;

    public PublishedPage Reading { get; private set; } = null!;

    public IReadOnlyList<PrintedTable> Tables { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        var review = await staging.ReviewAsync(id, cancellationToken);
        if (review is not { Proposal: { Page: { } page, Plan: { } plan } }) return LocalRedirect("/admin?done=gone");

        (Upload, Reading) = (review.Upload, page);
        var failed = review.Proposal.CheckResults.Where(f => !f.Passed).ToList();
        Tables = [.. plan.Tables.Select((table, i) => PrintedTable.Of(i + 1, table, failed))];
        return Page();
    }
}
