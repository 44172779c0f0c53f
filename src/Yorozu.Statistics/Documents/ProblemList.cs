namespace Yorozu.Statistics.Documents;

/// <summary>Collects the problems and notices of a document.</summary>
internal sealed class ProblemList
{
    private readonly List<Problem> _problems = [];
    private readonly List<Notice> _notices = [];

    public IReadOnlyList<Problem> Found => [.. _problems.OrderBy(p => Math.Abs(p.Position.Table)).ThenBy(p => p.Position.Row).ThenBy(p => p.Position.Column)];

    /// <summary>The title of the current table, for the problems and notices added from now on.</summary>
    public Phrase Table { get; set; } = Phrase.None;

    /// <summary>Remarks that do not refuse the document.</summary>
    public IReadOnlyList<Notice> Notices => [.. _notices.OrderBy(n => Math.Abs(n.Position.Table)).ThenBy(n => n.Position.Row).ThenBy(n => n.Position.Column)];

    public int Count => _problems.Count;

    public void Add(ProblemKind kind, SourcePosition position, Phrase where, Phrase found, Phrase expected, string offendingText = "") =>
        _problems.Add(new Problem(kind, position, where, found, expected, ShortText.Shorten(offendingText)) { Table = Table });

    public void Notice(SourcePosition position, Phrase text) => _notices.Add(new Notice(position, Table, text));
}
