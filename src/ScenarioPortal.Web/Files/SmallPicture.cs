using SkiaSharp;

namespace ScenarioPortal.Web.Files;

/// <summary>
/// A picture as it is shown on a page: upright, no side longer than a screen, drawn anew so that nothing comes with it but what is seen,
/// neither where it was taken nor what was hidden in it.
/// </summary>
internal static class SmallPicture
{
    public const int SideMax = 1920;

    private const int Quality = 85;
    private const string Refusal = "这张图片读不出来，请重新导出或拍照。";

    /// <param name="content">A PNG or JPEG whose size was looked at before.</param>
    /// <param name="type">Which of the two; it stays what it was.</param>
    public static byte[] Of(byte[] content, string type)
    {
        using var data = SKData.CreateCopy(content);
        using var codec = SKCodec.Create(data);
        UploadCheck.Require(codec is not null, Refusal);
        UploadCheck.RequireSize(codec!.Info.Width, codec.Info.Height);
        using var decoded = Decoded(codec);
        var scale = Math.Min(1, (float)SideMax / Math.Max(codec.Info.Width, codec.Info.Height));
        var (width, height) = (Scaled(codec.Info.Width, scale), Scaled(codec.Info.Height, scale));
        var lies = codec.EncodedOrigin >= SKEncodedOrigin.LeftTop;
        using var surface = SKSurface.Create(decoded.Info.WithSize(lies ? height : width, lies ? width : height));
        surface.Canvas.Clear(SKColors.Transparent);
        surface.Canvas.Concat(Turn(codec.EncodedOrigin, width, height));
        using var image = SKImage.FromBitmap(decoded);
        surface.Canvas.DrawImage(image, SKRect.Create(width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var drawn = surface.Snapshot();
        using var encoded = drawn.Encode(type is "image/png" ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg, Quality);
        return encoded.ToArray();
    }

    /// <summary>Photos come out of the decoder at a fraction of their size, but never smaller than they are needed.</summary>
    private static SKBitmap Decoded(SKCodec codec)
    {
        const float BetweenFractions = 1f / 16;
        var scale = (float)SideMax / Math.Max(codec.Info.Width, codec.Info.Height);
        var size = scale >= 1 ? codec.Info.Size : codec.GetScaledDimensions(Math.Min(1, scale + BetweenFractions));
        using var colours = SKColorSpace.CreateSrgb();
        var decoded = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, codec.Info.IsOpaque ? SKAlphaType.Opaque : SKAlphaType.Premul, colours));
        if (codec.GetPixels(decoded.Info, decoded.GetPixels()) is SKCodecResult.Success)
        {
            return decoded;
        }

        decoded.Dispose();
        UploadCheck.Require(false, Refusal);
        return decoded;
    }

    private static int Scaled(int side, float scale) => Math.Clamp((int)Math.Round(side * scale), 1, SideMax);

    /// <summary>From how the camera held it to upright (Exif 2.32, tag 274); sides are those before it is turned.</summary>
    private static SKMatrix Turn(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity
    };
}
