namespace Yorozu.Web.Wording;

/// <summary>
/// The texts of the interface. The Japanese text is the key, so a page reads as what it shows; the English stands in the
/// <c>.en.resx</c> files beside this one, several so that none grows out of hand.
/// </summary>
public sealed class UiText;

/// <summary>Names <c>AboutText.en.resx</c>: the page about this site.</summary>
public sealed class AboutText;

/// <summary>Names <c>DataText.en.resx</c>: columns, files and rules of the extracts.</summary>
public sealed class DataText;

/// <summary>Names <c>LedgerText.en.resx</c>: checks, releases and revisions.</summary>
public sealed class LedgerText;
