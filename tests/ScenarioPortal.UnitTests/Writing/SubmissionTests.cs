using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Writing;
using Xunit;

namespace ScenarioPortal.UnitTests.Writing;

public sealed class SubmissionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Writer = Guid.CreateVersion7();
    private static readonly Guid Reviewer = Guid.CreateVersion7();

    [Fact]
    public void A_copy_that_is_handed_in_is_not_written_until_it_comes_back()
    {
        var copy = Copy();
        copy.HandIn(Guid.CreateVersion7(), Now);

        Assert.Throws<RuleBrokenException>(() => copy.Write(Texts("别的"), Writer, Now));
        Assert.Throws<RuleBrokenException>(() => copy.HandIn(Guid.CreateVersion7(), Now));
        copy.Reopen();
        Assert.True(copy.Write(Texts("别的"), Writer, Now));
    }

    [Fact]
    public void What_is_attached_has_its_limits_and_belongs_to_one_item()
    {
        var copy = Copy();
        var file = new SubmittedFile { Name = "a.pdf", ContentType = "application/pdf", Size = Attachment.SizeMax, Hash = new string('a', 64) };
        Attachment[] five = [.. Enumerable.Range(0, 5).Select(_ => new Attachment(copy, Guid.CreateVersion7(), file, Writer, Now))];
        Attachment[] ten = [.. Enumerable.Range(0, 10).Select(_ => new Attachment(copy, Guid.CreateVersion7(), file with { Size = 1 }, Writer, Now))];

        Assert.Throws<RuleBrokenException>(() => new Attachment(copy, Guid.CreateVersion7(), file with { Size = Attachment.SizeMax + 1 }, Writer, Now));
        Assert.Throws<RuleBrokenException>(() => Attachment.RequireRoom(five, 1));
        Assert.Throws<RuleBrokenException>(() => Attachment.RequireRoom(ten, 1));
        Attachment.RequireRoom(ten[..9], 1);
        Assert.Throws<RuleBrokenException>(() => five[0].Describe(new string('字', Attachment.DescriptionMaxLength + 1)));
        Assert.True(five[0].Describe(" 平面图 "));
        Assert.False(five[0].Describe("平面图"));
        five[0].HandIn(copy.Id);
        Assert.Throws<RuleBrokenException>(() => five[0].HandIn(Guid.CreateVersion7()));
        copy.HandIn(copy.Id, Now);
        Assert.Throws<RuleBrokenException>(() => copy.ChangeAttachments(Writer, Now));
    }

    [Fact]
    public void Writing_the_same_again_changes_nothing()
    {
        var copy = Copy();

        Assert.False(copy.Write(Texts("夜间巡查"), Writer, Now.AddHours(1)));
        Assert.Equal((Now, 1), (copy.SavedAt, copy.Revision));
    }

    [Fact]
    public void An_emptied_field_is_gone()
    {
        var copy = Copy();
        copy.Write(Texts(" "), Writer, Now);

        Assert.Empty(copy.Texts);
    }

    [Fact]
    public void What_was_handed_in_stays_as_it_was()
    {
        var copy = Copy();
        var submission = new Submission(copy, Guid.CreateVersion7(), 1, "110101", Writer, Now);
        copy.Write(Texts("别的"), Writer, Now);

        Assert.Equal("夜间巡查", submission.Texts["Title"]);
    }

    [Fact]
    public void Nobody_decides_on_what_they_handed_in_and_nobody_decides_twice()
    {
        var submission = new Submission(Copy(), Guid.CreateVersion7(), 1, "110101", Writer, Now);

        Assert.Throws<RuleBrokenException>(() => submission.Approve(Writer, Now));
        submission.Approve(Reviewer, Now);
        Assert.Throws<RuleBrokenException>(() => submission.Return([new FieldRemark { Field = "Title", Text = "改" }], Reviewer, Now));
        Assert.Equal(ReviewVerdict.Approved, submission.Verdict);
    }

    [Fact]
    public void Returning_needs_a_reason()
    {
        var submission = new Submission(Copy(), Guid.CreateVersion7(), 1, "110101", Writer, Now);

        Assert.Throws<RuleBrokenException>(() => submission.Return([], Reviewer, Now));
        Assert.Null(submission.Verdict);
    }

    private static WorkingCopy Copy() => new(ListKind.Opportunities, Guid.CreateVersion7(), Writer, Now, Texts("夜间巡查"));

    private static Dictionary<string, string> Texts(string title) => new() { ["Title"] = title };
}
