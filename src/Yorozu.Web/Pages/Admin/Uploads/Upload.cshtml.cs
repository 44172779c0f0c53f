using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Publishing;
using Yorozu.Statistics;
using Yorozu.Statistics.Reading;
using Yorozu.Web.Admin;
using Yorozu.Web.Admin.Actions;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Admin.Uploads;

/// <summary>The result for one document of an upload.</summary>
public sealed record UploadResult(string Name, UploadOutcome Outcome);

/// <summary>Accepts documents for review, as files or pasted text.</summary>
[UploadLimit]
[RequestSizeLimit(2 * UploadLimitAttribute.MaxRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = 2 * UploadLimitAttribute.MaxRequestBytes, ValueLengthLimit = 4 * DocumentReader.MaxBytes)]
public sealed class UploadModel(StagingArea staging, TimeProvider clock, IStringLocalizer<UiText> text) : PageModel
{
    public IReadOnlyList<Phrase> ValidationErrors { get; private set; } = [];

    public IReadOnlyList<UploadResult> Results { get; private set; } = [];

    public void OnGet(string? refused)
    {
        if (refused != "size") return;
        ValidationErrors =
        [
            new Phrase(
                "送信されたデータが大きすぎます。1つ{0}までの資料を、合わせて{1}までに分けてアップロードしてください。",
                AdminWords.MaxDocument,
                AdminWords.Mebibytes(UploadLimitAttribute.MaxRequestBytes)),
        ];
    }

    public async Task<IActionResult> OnPostAsync(List<IFormFile> files, [FromForm(Name = "text")] string? pasted, CancellationToken cancellationToken)
    {
        var results = new List<UploadResult>();
        foreach (var file in files) await ReceiveAsync(results, await UploadedFile.ReadAsync(file, cancellationToken), cancellationToken);
        if (!string.IsNullOrWhiteSpace(pasted)) await ReceiveAsync(results, Pasted(pasted), cancellationToken);

        if (results is [{ Outcome: UploadOutcome.Staged staged }])
        {
            return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/admin/uploads/{staged.UploadId}"));
        }

        if (results.Count == 0) ValidationErrors = [new Phrase("資料がありません。ファイルを選ぶか、本文を貼り付けてください。")];
        Results = results;
        return Page();
    }

    private async Task ReceiveAsync(List<UploadResult> results, DocumentFile document, CancellationToken cancellationToken) =>
        results.Add(new UploadResult(document.Name, await staging.UploadAsync(document, HttpContext.Actor(), cancellationToken)));

    private DocumentFile Pasted(string pasted) => new(
        string.Create(CultureInfo.InvariantCulture, $"{text["貼り付け"].Value}-{clock.GetUtcNow().InJapan():yyyyMMdd-HHmmss}.txt"),
        Encoding.UTF8.GetBytes(pasted.ReplaceLineEndings("\n")));
}
