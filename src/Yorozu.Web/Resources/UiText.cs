namespace Yorozu.Web.Resources;

/// <summary>
/// Names the resource file of the interface. The Japanese text is the key, so a page reads as what it shows;
/// <c>UiText.en.resx</c> beside this file has the English.
/// </summary>
public sealed class UiText;
