using System.Text;
using ScenarioPortal.Domain;
using ScenarioPortal.Web.Files;
using Xunit;

namespace ScenarioPortal.UnitTests.Files;

/// <summary>A licence is taken by what it holds; whatever else it holds is cut away or refused.</summary>
public sealed class UploadCheckTests
{
    public static TheoryData<string, byte[]> Bad
    {
        get
        {
            var bad = new TheoryData<string, byte[]>();
            foreach (var (name, content) in HostileFiles.Scans)
            {
                bad.Add(name, content);
            }

            return bad;
        }
    }

    public static TheoryData<string, string, byte[]> Good => new()
    {
        { "营业执照.png", "image/png", Samples.Png() },
        { "IMG_0001.JPG", "image/jpeg", Samples.Jpeg(8160, 6120) },
        { "scan.jpeg", "image/jpeg", Samples.Jpeg() },
        { "scan.pdf", "application/pdf", Samples.Pdf(packed: "1 0 <</Type /Page>>"u8.ToArray()) }
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_is_no_plain_document_is_refused_in_words(string name, byte[] content)
    {
        var refusal = Assert.Throws<RuleBrokenException>(() => UploadCheck.Check(name, content));

        Assert.EndsWith("。", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void Scans_and_photos_are_taken(string name, string type, byte[] content)
    {
        var upload = UploadCheck.Check(name, content);

        Assert.Equal((name, type), (upload.Name, upload.ContentType));
        Assert.Equal(content, upload.Content);
    }

    [Fact]
    public void Of_a_photo_only_the_picture_is_kept_and_which_side_is_up()
    {
        var kept = Encoding.Latin1.GetString(UploadCheck.Check("photo.jpg", Samples.Jpeg(segments: [Samples.Exif(6), Samples.Segment(0xFE, [.. "secret"u8])])).Content);

        Assert.DoesNotContain("GPS", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", kept, StringComparison.Ordinal);
        Assert.Contains("Exif\0\0MM\0*\0\0\0\b\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006", kept, StringComparison.Ordinal);
        Assert.EndsWith("4\u00ff\u00d9", kept, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_in_a_picture_and_the_film_behind_it_are_left_out()
    {
        Assert.Equal(Samples.Png(), UploadCheck.Check("a.png", Samples.Png(more: ("tEXt", [.. "Comment\0<script>"u8]))).Content);
        Assert.Equal(Samples.Jpeg(), UploadCheck.Check("a.jpg", [.. Samples.Jpeg(), 0, 0, 0, 24, .. "ftypmp42...."u8]).Content);
    }

    [Theory]
    [InlineData("../../etc/passwd.png", "passwd.png")]
    [InlineData("C:\\Users\\lin\\执照.png", "执照.png")]
    [InlineData("a\r\nSet-Cookie: x.png", "aSet-Cookie_ x.png")]
    [InlineData("gnp.\u202Eexe.png", "gnp.exe.png")]
    [InlineData("\"<b>.png", "__b_.png")]
    public void A_name_is_shown_and_never_a_path(string name, string shown) => Assert.Equal(shown, UploadCheck.Check(name, Samples.Png()).Name);
}
