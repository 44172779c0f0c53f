using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Publishing;
using Yorozu.Statistics.Reading;
using Yorozu.Web.Admin;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Admin;

/// <summary>The result for one document of an upload.</summary>
public sealed record UploadResult(string Name, UploadOutcome Outcome);

/// <summary>Accepts documents for review, as files or pasted text.</summary>
[UploadLimit]
[RequestSizeLimit(2 * UploadLimitAttribute.MaxRequestBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = 2 * UploadLimitAttribute.MaxRequestBytes, ValueLengthLimit = 4 * DocumentReader.MaxBytes)]
public sealed class UploadModel(StagingArea staging, TimeProvider clock) : PageModel
{
    public IReadOnlyList<string> ValidationErrors { get; private set; } = [];

    public IReadOnlyList<UploadResult> Results { get; private set; } = [];

    public void OnGet(string? refused)
    {
        if (refused != "size") return;
        ValidationErrors =
            [$"送信されたデータが大きすぎます。1つ{AdminWords.MaxDocument}までの資料を、合わせて{AdminWords.MaxUpload}までに分けてアップロードしてください。"];
    }

    public async Task<IActionResult> OnPostAsync(List<IFormFile> files, string? text, CancellationToken cancellationToken)
    {
        var results = new List<UploadResult>();
        foreach (var file in files) await ReceiveAsync(results, await UploadedFile.ReadAsync(file, cancellationToken), cancellationToken);
        if (!string.IsNullOrWhiteSpace(text)) await ReceiveAsync(results, Pasted(text), cancellationToken);

        if (results is [{ Outcome: UploadOutcome.Staged staged }])
        {
            return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/admin/uploads/{staged.UploadId}"));
        }

        if (results.Count == 0) ValidationErrors = ["資料がありません。ファイルを選ぶか、本文を貼り付けてください。"];
        Results = results;
        return Page();
    }

    private async Task ReceiveAsync(List<UploadResult> results, DocumentFile document, CancellationToken cancellationToken) =>
        results.Add(new UploadResult(document.Name, await staging.UploadAsync(document, HttpContext.Actor(), cancellationToken)));

    private DocumentFile Pasted(string text) => new(
        clock.GetUtcNow().InJapan().ToString("'貼り付け-'yyyyMMdd-HHmmss'.txt'", CultureInfo.InvariantCulture),
        Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));
}
