using Yorozu.Data.Extracts.Columns;

namespace Yorozu.Data.Extracts.Revisions;

/// <summary>
/// The revisions that writing the vintages of a file came by: a file with both, the vintages first and by the same query, reads the
/// releases once.
/// </summary>
internal sealed class KeptRevisions
{
    // With more the releases are read again, so that memory stays the same.
    public const int MaxRows = 1 << 14;

    private List<RevisionRow> _rows = [];
    private bool _isTooLong;
    private bool _isComplete;

    /// <summary>All revisions; null when they must be read.</summary>
    public IReadOnlyList<RevisionRow>? Rows => _isComplete && !_isTooLong ? _rows : null;

    /// <summary>The dataset, where it is one of the two, with rows that pass through here.</summary>
    public Dataset Of(Dataset dataset)
    {
        if (dataset == VintageDataset.Dataset) return VintageDataset.Dataset.WithRows((db, query, token) => VintageReader.ReadAsync(db, query, this, token));
        return dataset == RevisionDataset.Dataset
            ? RevisionDataset.Dataset.WithRows((db, query, token) => Rows?.ToAsyncEnumerable() ?? RevisionDataset.ReadAsync(db, query, token))
            : dataset;
    }

    public void Add(List<Change> changes)
    {
        if (_isTooLong) return;
        _rows.AddRange(RevisionDataset.RowsOf(changes));
        if (_rows.Count <= MaxRows) return;
        _isTooLong = true;
        _rows = [];
    }

    public void Complete() => _isComplete = true;
}
