using Yorozu.Data.Store;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Store;

public sealed class AtomicFileTests
{
    [Fact]
    public async Task Of_two_written_at_once_each_is_complete_and_the_last_to_end_stays()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "observations.csv");
        var (isBegun, mayEnd) = (new TaskCompletionSource(), new TaskCompletionSource());
        var slow = AtomicFile.WriteAsync(path, replace: true, async partial =>
        {
            await using var file = File.CreateText(partial);
            await file.WriteAsync("slow");
            await file.FlushAsync();
            isBegun.SetResult();
            await mayEnd.Task;
            await file.WriteAsync(" and whole");
        });
        await isBegun.Task;

        await AtomicFile.WriteAsync(path, replace: true, partial => File.WriteAllTextAsync(partial, "quick"));
        (await File.ReadAllTextAsync(path)).Should().Be("quick");
        mayEnd.SetResult();
        await slow;

        (await File.ReadAllTextAsync(path)).Should().Be("slow and whole");
        Directory.GetFiles(folder.Path).Should().Equal(path);
    }

    [Fact]
    public async Task What_failed_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "observations.csv");
        await File.WriteAllTextAsync(path, "before");

        var write = () => AtomicFile.WriteAsync(path, replace: true, async partial =>
        {
            await File.WriteAllTextAsync(partial, "half");
            throw new IOException("full");
        });

        await write.Should().ThrowAsync<IOException>().WithMessage("full");
        (await File.ReadAllTextAsync(path)).Should().Be("before");
        Directory.GetFiles(folder.Path).Should().Equal(path);
    }

    [Fact]
    public async Task What_a_killed_process_left_is_gone_after_a_day()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "observations.csv");
        string Left(string name, double days)
        {
            var left = Path.Combine(folder.Path, name);
            File.WriteAllText(left, "half");
            File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddDays(-days));
            return left;
        }

        Left("observations.csv.1234.partial", 1.1);
        var young = Left("observations.csv.5678.partial", 0.9);
        var other = Left("other.csv.1234.partial", 1.1);

        await AtomicFile.WriteAsync(path, replace: true, partial => File.WriteAllTextAsync(partial, "whole"));

        Directory.GetFiles(folder.Path).Should().BeEquivalentTo([path, young, other]);
    }
}
