namespace Yorozu.Statistics.Verification.Plausibility;

/// <summary>
/// How all prefectures moved together from month to month, by median polish (J. W. Tukey, Exploratory Data Analysis,
/// 1977, ch. 11): each logarithm is a level of the prefecture plus a movement of the month plus a rest, both medians, so
/// that neither one wild prefecture nor one wild month moves them.
/// </summary>
internal static class MonthMovement
{
    // The movement is unknown unless most prefectures have published.
    private const int MinPrefectures = 24;

    // Medians converge quickly on such tables; a third round changes nothing visible.
    private const int Rounds = 3;

    /// <summary>The movement of every month; NaN where fewer than 24 prefectures have published.</summary>
    public static double[] Of(LogCountGrid grid)
    {
        var movement = new double[grid.Months.Length];
        var levels = new double[LogCountGrid.Rows];
        for (var round = 0; round < Rounds; round++)
        {
            for (var row = 0; row < levels.Length; row++) levels[row] = Level(grid.Row(row), movement);
            for (var column = 0; column < movement.Length; column++) movement[column] = Movement(grid, levels, column);
        }

        return movement;
    }

    private static double Level(double[] row, double[] movement)
    {
        Span<double> values = stackalloc double[row.Length];
        var found = 0;
        for (var column = 0; column < row.Length; column++)
        {
            var value = row[column] - movement[column];
            if (!double.IsNaN(value)) values[found++] = value;
        }

        return Robust.Median(values[..found]);
    }

    private static double Movement(LogCountGrid grid, double[] levels, int column)
    {
        Span<double> values = stackalloc double[LogCountGrid.Rows];
        var found = 0;
        for (var row = 0; row < levels.Length; row++)
        {
            var value = grid.Row(row)[column] - levels[row];
            if (!double.IsNaN(value)) values[found++] = value;
        }

        return found < MinPrefectures ? double.NaN : Robust.Median(values[..found]);
    }
}
