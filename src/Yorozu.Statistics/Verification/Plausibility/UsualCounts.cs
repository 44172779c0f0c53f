namespace Yorozu.Statistics.Verification.Plausibility;

/// <summary>The centre of a cell's usual range and the spread around it, both in ln(count + 1).</summary>
internal readonly record struct UsualCount(double Middle, double Spread)
{
    /// <summary>The centre as a count.</summary>
    public long Count { get; } = (long)Math.Round(Math.Max(0, Math.Exp(Middle) - 1));

    /// <summary>The distance of a count from the centre, in spreads.</summary>
    public double Distance(long count) => Math.Abs(Math.Log(count + 1) - Middle) / Spread;

    /// <summary>The least and the greatest count at most so many spreads from the centre.</summary>
    public (long Lower, long Upper) Within(double spreads) => (
        (long)Math.Ceiling(Math.Max(0, Math.Exp(Middle - (spreads * Spread)) - 1)),
        (long)Math.Floor(Math.Exp(Middle + (spreads * Spread)) - 1));
}

/// <summary>The usual range of each cell, estimated from all cells except itself.</summary>
internal sealed class UsualCounts
{
    private const int NearestMonths = 3;
    private const int MinMonths = 6;

    // Clients arrive in groups, not one by one: the variance of a count is this many times its mean. The logarithmic variance is
    // capped at 1, or a hundredfold figure would pass where counts are tiny.
    private const double Dispersion = 16;
    private const double MaxDispersion = 1;

    private readonly LogCountGrid _grid;
    private readonly double[] _movement;
    private readonly double[][] _levels;
    private readonly double[][] _rests;
    private readonly double[][] _sizes;
    private readonly double _pooled;
    private readonly double[] _spread;

    public UsualCounts(LogCountGrid grid)
    {
        _grid = grid;
        _movement = MonthMovement.Of(grid);
        (_levels, _rests) = (new double[LogCountGrid.Rows][], new double[LogCountGrid.Rows][]);
        for (var row = 0; row < LogCountGrid.Rows; row++) (_levels[row], _rests[row]) = LevelsAndRests(grid.Row(row));

        _sizes = [.. _rests.Select(Robust.Sizes)];
        _pooled = Robust.Spread([.. _rests.SelectMany(r => r)]);
        _spread = [.. _movement.Select((_, column) => SpreadOf(column))];
    }

    /// <summary>The usual range of a cell; null with fewer than six other months in the row, or when few prefectures have published.</summary>
    public UsualCount? At(int row, int column)
    {
        var middle = _levels[row][column] + _movement[column];
        if (double.IsNaN(middle)) return null;

        var rest = _rests[row][column];
        if (_sizes[row].Length - (double.IsNaN(rest) ? 0 : 1) < MinMonths) return null;
        // A row has too few months for a good estimate of its spread: half comes from the whole table.
        var own = Robust.SpreadWithout(_sizes[row], rest);
        var variance = ((own * own) + (_pooled * _pooled)) / 2 * _spread[column] * _spread[column];
        return new UsualCount(middle, Math.Sqrt(variance + VarianceOfCount(middle)));
    }

    /// <summary>The variance that counts of this size have by themselves, in ln(count + 1).</summary>
    internal static double VarianceOfCount(double middle) => Math.Min(MaxDispersion, Dispersion / Math.Exp(middle));

    private (double[] Levels, double[] Rests) LevelsAndRests(double[] row)
    {
        Span<double> moved = stackalloc double[row.Length];
        var (levels, rests) = (new double[row.Length], new double[row.Length]);
        for (var column = 0; column < row.Length; column++) moved[column] = row[column] - _movement[column];
        for (var column = 0; column < row.Length; column++)
        {
            levels[column] = NearbyLevel(moved, column);
            rests[column] = moved[column] - levels[column];
        }

        return (levels, rests);
    }

    /// <summary>The median of the nearest months on either side: follows a trend and is robust against a single month.</summary>
    private double NearbyLevel(ReadOnlySpan<double> row, int column)
    {
        Span<double> nearest = stackalloc double[NearestMonths];
        var (found, left, right) = (0, column - 1, column + 1);
        while (found < NearestMonths && (left >= 0 || right < row.Length))
        {
            var isLeft = left >= 0 && (right >= row.Length || Months(left, column) <= Months(column, right));
            var value = row[isLeft ? left-- : right++];
            if (!double.IsNaN(value)) nearest[found++] = value;
        }

        return Robust.Median(nearest[..found]);
    }

    private int Months(int from, int to) => _grid.Months[to].MonthsSince(_grid.Months[from]);

    /// <summary>The spread of the prefectures in a month relative to the usual spread; at least 1.</summary>
    private double SpreadOf(int column)
    {
        Span<double> rests = stackalloc double[LogCountGrid.Rows];
        for (var row = 0; row < rests.Length; row++) rests[row] = _rests[row][column];
        var ratio = Robust.Spread(rests) / _pooled;
        return double.IsFinite(ratio) ? Math.Max(1, ratio) : 1;
    }
}
