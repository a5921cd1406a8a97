using System.Text;
using ScenarioPortal.Domain;
using ScenarioPortal.UnitTests.Localisation;
using ScenarioPortal.Web.Files;
using SkiaSharp;
using Xunit;

namespace ScenarioPortal.UnitTests.Files;

/// <summary>What goes with a need: pictures become small and tell nothing, documents are taken as they are when nothing in them runs.</summary>
public sealed class AttachmentCheckTests
{
    /// <summary>Where the corner ends up that the camera held top left.</summary>
    public static TheoryData<byte, bool, bool> Corners => new()
    {
        { 1, false, false }, { 2, true, false }, { 3, true, true }, { 4, false, true }, { 5, false, false }, { 6, true, false }, { 7, true, true }, { 8, false, true }
    };

    [Fact]
    public void Nothing_hostile_is_taken_and_each_refusal_is_a_sentence()
    {
        Assert.True(HostileFiles.Attached.Count >= 60);
        foreach (var (place, (name, content)) in HostileFiles.Attached.Index())
        {
            try
            {
                AttachmentCheck.Check(name, content, TestContext.Current.CancellationToken);
                Assert.Fail($"{name} at {place} was taken");
            }
            catch (RuleBrokenException refusal)
            {
                Assert.EndsWith("。", refusal.Message, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("bomb.docx", "解压后过大")]
    [InlineData("bomb.xlsx", "解压后过大")]
    [InlineData("crowd.docx", "解压后过大")]
    [InlineData("project.docx", "宏")]
    [InlineData("macro.xlsx", "宏")]
    [InlineData("silent.docx", "宏")]
    [InlineData("far.docx", "从别处载入")]
    [InlineData("locked.docx", "设了密码")]
    [InlineData("cut.docx", "夹带")]
    [InlineData("half.docx", "夹带")]
    [InlineData("bomb.jpg", "像素太多")]
    public void What_is_wrong_is_named(string name, string named)
    {
        foreach (var (_, content) in HostileFiles.Attached.Where(f => f.Name == name))
        {
            Assert.Contains(named, Assert.Throws<RuleBrokenException>(() => AttachmentCheck.Check(name, content)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Documents_and_workbooks_are_taken_as_they_are()
    {
        foreach (var (name, type, content) in new[]
        {
            ("条件.docx", AttachmentCheck.WordType, OfficeSamples.Document()),
            ("设备.XLSX", AttachmentCheck.ExcelType, OfficeSamples.Workbook()),
            ("图表.docx", AttachmentCheck.WordType, OfficeSamples.With(OfficeSamples.Document(), "word/embeddings/sheet.xlsx", OfficeSamples.Workbook())),
            ("链接.docx", AttachmentCheck.WordType, OfficeSamples.Referring(OfficeSamples.Document(), "hyperlink", "https://example.cn/")),
            ("方案.pdf", "application/pdf", Samples.Pdf())
        })
        {
            var upload = AttachmentCheck.Check(name, content);

            Assert.Equal((name, type), (upload.Name, upload.ContentType));
            Assert.Equal(content, upload.Content);
        }
    }

    [Fact]
    public void Lists_as_offices_send_them_are_taken()
    {
        var workbooks = Repository.Files("data", ".xlsx").ToArray();

        Assert.NotEmpty(workbooks);
        Assert.All(workbooks, file => Assert.Equal(AttachmentCheck.ExcelType, AttachmentCheck.Check(Path.GetFileName(file), File.ReadAllBytes(file)).ContentType));
    }

    [Fact]
    public void A_rotated_photo_comes_out_upright_small_and_without_where_it_was_taken()
    {
        var photo = Photo(4000, 3000, orientation: 6);

        var kept = AttachmentCheck.Check("现场.jpg", photo).Content;

        using var shown = SKBitmap.Decode(kept);
        Assert.Equal((1440, 1920), (shown.Width, shown.Height));
        Assert.True(kept.Length < photo.Length);
        var text = Encoding.Latin1.GetString(kept);
        foreach (var told in new[] { "Exif", "GPS", "22.54N" })
        {
            Assert.Contains(told, Encoding.Latin1.GetString(photo), StringComparison.Ordinal);
            Assert.DoesNotContain(told, text, StringComparison.Ordinal);
        }

        using var codec = SKCodec.Create(new MemoryStream(kept));
        Assert.Equal(SKEncodedOrigin.TopLeft, codec.EncodedOrigin);
    }

    [Theory]
    [MemberData(nameof(Corners))]
    public void Whichever_way_the_camera_was_held_the_picture_stands_upright(byte orientation, bool isRight, bool isBottom)
    {
        using var shown = SKBitmap.Decode(AttachmentCheck.Check("a.jpg", Photo(80, 40, orientation)).Content);

        Assert.Equal(orientation >= 5 ? (40, 80) : (80, 40), (shown.Width, shown.Height));
        var red = shown.GetPixel(isRight ? shown.Width - 5 : 4, isBottom ? shown.Height - 5 : 4);
        var opposite = shown.GetPixel(isRight ? 4 : shown.Width - 5, isBottom ? 4 : shown.Height - 5);
        Assert.True(red.Red > 200 && red.Blue < 80, $"{red}");
        Assert.True(opposite.Blue > 200 && opposite.Red < 80, $"{opposite}");
    }

    [Theory]
    [InlineData(4000, 10, 1920, 5)]
    [InlineData(10, 4000, 5, 1920)]
    [InlineData(1921, 1, 1920, 1)]
    [InlineData(2000, 1900, 1920, 1824)]
    [InlineData(1920, 1080, 1920, 1080)]
    [InlineData(3, 2, 3, 2)]
    public void No_side_is_longer_than_a_screen_and_small_pictures_stay_as_large_as_they_are(int width, int height, int shownWidth, int shownHeight)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(new SKColor(10, 200, 30, 128));
        var png = bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray();

        using var shown = SKBitmap.Decode(AttachmentCheck.Check("a.png", png).Content);

        Assert.Equal((shownWidth, shownHeight), (shown.Width, shown.Height));
        Assert.InRange(shown.GetPixel(0, 0).Alpha, 120, 136);
    }

    [Fact]
    public void A_name_that_is_too_long_keeps_its_ending_and_whole_characters()
    {
        var name = AttachmentCheck.Check($"{string.Concat(Enumerable.Repeat("𠮷", 300))}1.pdf", Samples.Pdf()).Name;

        Assert.EndsWith("𠮷1.pdf", name, StringComparison.Ordinal);
        Assert.True(name.Length <= 200 && !char.IsLowSurrogate(name[0]));
    }

    [Theory]
    [InlineData(1, "1 KB")]
    [InlineData(1_048_575, "1024 KB")]
    [InlineData(1_258_291, "1.2 MB")]
    [InlineData(10 << 20, "10 MB")]
    public void Sizes_are_said_in_words(long bytes, string said) => Assert.Equal(said, FileTexts.Size(bytes));

    /// <summary>Red top left as the camera held it, blue elsewhere, with EXIF data as a telephone writes them.</summary>
    private static byte[] Photo(int width, int height, byte orientation)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        bitmap.Erase(SKColors.Blue);
        using (var canvas = new SKCanvas(bitmap))
        using (var paint = new SKPaint { Color = SKColors.Red })
        {
            canvas.DrawRect(0, 0, width / 2f, height / 2f, paint);
        }

        var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 95).ToArray();
        return [.. jpeg[..2], .. Samples.Exif(orientation), .. jpeg[2..]];
    }
}
