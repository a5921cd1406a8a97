using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Lists;
using Xunit;

namespace ScenarioPortal.UnitTests.Lists;

public sealed class ListReleaseTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 9, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Rows_are_numbered_in_the_order_in_which_they_are_added()
    {
        var release = new ListRelease(ListKind.Opportunities, 2026, 1, "2026年第一批场景机会清单");

        var numbers = Enumerable.Range(1, 3).Select(i => release.Add(Guid.CreateVersion7(), Row($"第 {i} 条"))).ToArray();

        Assert.Equal(["2026-01-需-001", "2026-01-需-002", "2026-01-需-003"], numbers);
    }

    [Fact]
    public void What_is_released_is_frozen()
    {
        var release = Released(Row("夜间河道巡查"));

        Assert.Throws<RuleBrokenException>(() => release.Add(Guid.CreateVersion7(), Row("再加一条")));
        Assert.Throws<RuleBrokenException>(() => release.Release(Now));
    }

    [Fact]
    public void An_empty_batch_is_not_released() =>
        Assert.Throws<RuleBrokenException>(() => new ListRelease(ListKind.Capabilities, 2026, 1, "空").Release(Now));

    [Fact]
    public void The_hash_tells_apart_texts_that_only_moved_between_fields()
    {
        var id = Guid.CreateVersion7();

        var one = Released(Row("夜间") with { Summary = "河道巡查" }, id);
        var other = Released(Row("夜间河道") with { Summary = "巡查" }, id);

        Assert.True(one.IsIntact());
        Assert.NotEqual(one.ContentHash, other.ContentHash);
    }

    /// <summary>As it was computed for the batches that are released already.</summary>
    [Fact]
    public void A_row_without_files_is_hashed_as_it_was_before_there_could_be_any()
    {
        var id = Guid.Parse("0199aaaa-0000-7000-8000-000000000001");

        Assert.Equal("b0d6352aba3eaab217858d1341761a32d432f51130e425946cbc51257bc272a6", Released(Row("夜间河道巡查"), id).ContentHash);
        Assert.Equal(Released(Row("夜间河道巡查"), id).ContentHash, Released(Row("夜间河道巡查") with { Files = [] }, id).ContentHash);
    }

    [Fact]
    public void The_hash_tells_who_did_it_from_what_was_measured()
    {
        var id = Guid.CreateVersion7();
        string?[] hashes =
        [
            Released(Row("夜间河道巡查"), id).ContentHash,
            Released(Row("夜间河道巡查") with { Partner = "安栖感知" }, id).ContentHash,
            Released(Row("夜间河道巡查") with { Results = "安栖感知" }, id).ContentHash
        ];

        Assert.Distinct(hashes);
    }

    [Fact]
    public void The_hash_tells_which_files_went_with_a_row()
    {
        var (id, file) = (Guid.CreateVersion7(), new FrozenFile("平面图.pdf", new string('a', 64)));

        string?[] hashes =
        [
            Released(Row("一"), id).ContentHash, Released(Row("一") with { Files = [file] }, id).ContentHash, Released(Row("一") with { Files = [file, file] }, id).ContentHash,
            Released(Row("一") with { Files = [file with { Name = "效果图.pdf" }] }, id).ContentHash, Released(Row("一") with { Files = [file with { Hash = new string('b', 64) }] }, id).ContentHash
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void The_hash_tells_which_certificates_stood_in_a_row()
    {
        var id = Guid.CreateVersion7();

        string?[] hashes =
        [
            Released(Row("一"), id).ContentHash, Released(Row("一") with { Certificates = "ISO9001" }, id).ContentHash,
            Released(Row("一") with { Trl = "ISO9001" }, id).ContentHash, Released(Row("一") with { Certificates = "ISO9001", Files = [new("a.pdf", new string('a', 64))] }, id).ContentHash
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    private static ListRelease Released(FrozenItem row, Guid? id = null)
    {
        var release = new ListRelease(ListKind.Opportunities, 2026, 1, "2026年第一批场景机会清单");
        release.Add(id ?? Guid.CreateVersion7(), row);
        release.Release(Now);
        return release;
    }

    private static FrozenItem Row(string title) => new() { Title = title, Summary = "说明", Organisation = "示范市水务局" };
}
