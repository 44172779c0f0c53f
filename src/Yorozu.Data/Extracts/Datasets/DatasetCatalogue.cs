using Yorozu.Data.Extracts.Codes;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Observations;
using Yorozu.Data.Extracts.Revisions;

namespace Yorozu.Data.Extracts.Datasets;

/// <summary>All datasets, the observations first.</summary>
public static class DatasetCatalogue
{
    public static IReadOnlyList<Dataset> Companions { get; } =
    [
        MetricDataset.Dataset, PrefectureDataset.Dataset, ReleaseDataset.Dataset, RevisionDataset.Dataset, VintageDataset.Dataset, CheckResultDataset.Dataset,
        IndicatorDataset.Dataset, ReferenceDataset.Dataset,
    ];

    public static IReadOnlyList<Dataset> All { get; } = [ObservationDataset.Tidy, .. Companions];
}
