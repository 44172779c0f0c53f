using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Audit;
using Yorozu.Data.References;
using Yorozu.Statistics;
using Yorozu.Statistics.References;
using Yorozu.Web.Admin;
using Yorozu.Web.Admin.Actions;
using Yorozu.Web.Admin.Sessions;
using Yorozu.Web.Snapshots;

namespace Yorozu.Web.Pages.Admin;

/// <summary>The reference tables: add or replace one after a look at its 47 figures, or remove one.</summary>
public sealed class ReferenceModel(ReferenceStore store, RequestSnapshot snapshot, ActionLog log) : PageModel
{
    public IReadOnlyList<ReferenceTable> Tables { get; private set; } = [];

    /// <summary>The last change that this page has seen; another one meanwhile is a conflict.</summary>
    public long Base => snapshot.Current.References;

    /// <summary>What the form is filled in with.</summary>
    public ReferenceInput Input { get; private set; } = new();

    /// <summary>Null until a table without problems is sent.</summary>
    public ReferencePreview? Preview { get; private set; }

    public IReadOnlyList<Phrase> ValidationErrors { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public Phrase? Notice => Done switch
    {
        "set" => new Phrase("参照表を登録しました。"),
        "removed" => new Phrase("参照表を削除しました。"),
        _ => null,
    };

    public async Task OnGetAsync() => Tables = await snapshot.ReferencesAsync();

    public async Task<IActionResult> OnPostPreviewAsync(ReferenceInput input, IFormFile? file, CancellationToken cancellationToken)
    {
        var bytes = file is null
            ? Encoding.UTF8.GetBytes(input.Figures ?? "")
            : await UploadedFile.BytesAsync(file, ReferenceReader.MaxBytes, cancellationToken);
        if (Read(input, bytes) is not { } table) return await RefuseAsync(input);

        Tables = await snapshot.ReferencesAsync();
        Input = input with { Figures = Encoding.UTF8.GetString(bytes) };
        Preview = ReferencePreview.Of(table, Tables.FirstOrDefault(t => t.Key == table.Key));
        await log.WriteAsync(HttpContext.Actor(), LogAction.SetReference, table.Key, LogOutcome.Previewed);
        return Page();
    }

    public async Task<IActionResult> OnPostSetAsync(ReferenceInput input, long? seen, CancellationToken cancellationToken)
    {
        if (Read(input, Encoding.UTF8.GetBytes(input.Figures ?? "")) is not { } table) return await RefuseAsync(input);
        if (await store.SetAsync(table, seen ?? -1, HttpContext.Actor(), cancellationToken)) return LocalRedirect("/admin/reference?done=set");
        return await ConflictAsync(input, LogAction.SetReference, table.Key);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? key, long? seen, CancellationToken cancellationToken)
    {
        var table = (await snapshot.ReferencesAsync()).FirstOrDefault(t => t.Key == key);
        if (table is not null && await store.RemoveAsync(table, seen ?? -1, HttpContext.Actor(), cancellationToken))
        {
            return LocalRedirect("/admin/reference?done=removed");
        }

        return await ConflictAsync(new(), LogAction.RemoveReference, key ?? "");
    }

    private ReferenceTable? Read(ReferenceInput input, byte[] figures)
    {
        var key = input.Key ?? "";
        if (!ReferenceKey.IsValid(key))
        {
            ValidationErrors = [new Phrase("キーは小文字の英数字とハイフンで、{0}字までです。", ReferenceKey.MaxLength)];
            return null;
        }

        var result = ReferenceReader.Read(key, figures, input.ToDescription());
        ValidationErrors = [.. result.Problems.Select(p => new Phrase("{0}: {1}", p.Place(key), p.Message))];
        return result.Table;
    }

    private async Task<IActionResult> RefuseAsync(ReferenceInput input)
    {
        (Tables, Input) = (await snapshot.ReferencesAsync(), input);
        await log.WriteAsync(HttpContext.Actor(), LogAction.SetReference, input.Key ?? "", LogOutcome.Refused, ValidationErrors[0].ToString());
        return Page();
    }

    private async Task<IActionResult> ConflictAsync(ReferenceInput input, LogAction action, string key)
    {
        ValidationErrors = [new Phrase("まだ変えていません。確認している間に、参照表がほかで変わりました。もう一度確かめてください。")];
        (Tables, Input) = (await snapshot.ReferencesAsync(), input);
        await log.WriteAsync(HttpContext.Actor(), action, key, LogOutcome.Conflict);
        return Page();
    }
}
