using Microsoft.AspNetCore.Html;

namespace Yorozu.Web.Embedding;

/// <summary>The figure block that a request below <c>/embed</c> asks for instead of the page around it.</summary>
/// <param name="Id">Of the block, as in the address.</param>
/// <param name="Path">The path as asked: <c>/embed/ID</c> and the path of the page.</param>
public sealed record EmbeddedBlock(string Id, string Path)
{
    /// <summary>The title of the block; null until the page has made it.</summary>
    public string? Title { get; private set; }

    /// <summary>The block; null until the page has made it, and where it has no such block.</summary>
    public IHtmlContent? Html { get; private set; }

    public static string PathOf(string id, string page) => $"{EmbeddedBlocks.Root}/{id}{page}";

    /// <summary>Null where the page itself is asked for.</summary>
    public static EmbeddedBlock? Of(HttpContext http) => http.Items[typeof(EmbeddedBlock)] as EmbeddedBlock;

    public void Make(string title, IHtmlContent html) => (Title, Html) = (title, html);
}
