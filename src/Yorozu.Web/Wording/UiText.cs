namespace Yorozu.Web.Wording;

/// <summary>
/// The texts of the interface. The Japanese text is the key, so that a page shows its text in the source; the English is in
/// the <c>.en.resx</c> files beside this one, several to keep each short.
/// </summary>
public sealed class UiText;

/// <summary>Names <c>AboutText.en.resx</c>: the page about this site.</summary>
public sealed class AboutText;

/// <summary>Names <c>AdminText.en.resx</c>: publishing and accounts.</summary>
public sealed class AdminText;

/// <summary>Names <c>DataText.en.resx</c>: columns, files and rules of the extracts.</summary>
public sealed class DataText;

/// <summary>Names <c>LedgerText.en.resx</c>: checks, releases and revisions.</summary>
public sealed class LedgerText;

/// <summary>Names <c>PlaceText.en.resx</c>: pages of prefectures and their comparison.</summary>
public sealed class PlaceText;

/// <summary>Names <c>RatioText.en.resx</c>: ratios, figures per head and reference tables.</summary>
public sealed class RatioText;

/// <summary>Names <c>ReadingText.en.resx</c>: what is wrong with a document, and what to note about it.</summary>
public sealed class ReadingText;

/// <summary>Names <c>TrendText.en.resx</c>: trends over the years.</summary>
public sealed class TrendText;
