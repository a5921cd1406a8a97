using System.Buffers;
using System.Text;

namespace ScenarioPortal.Exchange.Reading.Delimited;

/// <summary>Tells the encoding of a text file by its bytes: a byte order mark, else UTF-8 if all of it is, else GB18030.</summary>
internal static class TextEncodings
{
    private const int ChunkBytes = 1 << 16;

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance
        .GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The encoding; a file that is no text is refused.</summary>
    public static Encoding Of(Stream file, CancellationToken cancellation)
    {
        Span<byte> mark = stackalloc byte[3];
        file.Position = 0;
        var count = file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
        return mark[..count] switch
        {
            [0xEF, 0xBB, 0xBF] => Encoding.UTF8,
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ when IsBinary(file, cancellation) => throw new UnreadableFileException(FileRefusals.NotASpreadsheet),
            _ when IsAll(Utf8, file, cancellation) => Utf8,
            _ when IsAll(Gb18030, file, cancellation) => Gb18030,
            _ => throw new UnreadableFileException(FileRefusals.UnknownEncoding)
        };
    }

    /// <summary>No text has a zero byte, unless it is UTF-16.</summary>
    private static bool IsBinary(Stream file, CancellationToken cancellation) => AnyChunk(file, (chunk, _) => chunk.Contains((byte)0), cancellation);

    private static bool IsAll(Encoding encoding, Stream file, CancellationToken cancellation)
    {
        var decoder = encoding.GetDecoder();
        var characters = new char[encoding.GetMaxCharCount(ChunkBytes)];
        try
        {
            AnyChunk(file, Decoded, cancellation);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }

        bool Decoded(ReadOnlySpan<byte> chunk, bool last)
        {
            decoder.GetChars(chunk, characters, flush: last);
            return false;
        }
    }

    private static bool AnyChunk(Stream file, ChunkTest test, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            file.Position = 0;
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                var count = file.ReadAtLeast(buffer.AsSpan(0, ChunkBytes), ChunkBytes, throwOnEndOfStream: false);
                if (test(buffer.AsSpan(0, count), count < ChunkBytes))
                {
                    return true;
                }

                if (count < ChunkBytes)
                {
                    return false;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private delegate bool ChunkTest(ReadOnlySpan<byte> chunk, bool last);
}
