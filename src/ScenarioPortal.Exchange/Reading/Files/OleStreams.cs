using System.Buffers.Binary;
using System.Text;

namespace ScenarioPortal.Exchange.Reading.Files;

/// <summary>
/// Tells what an OLE2 container (old Office files, encrypted new ones) holds, by the names in its directory. Directory entries
/// are 128 bytes and so aligned, wherever the directory is: looking at each such place needs no belief in the file's tables.
/// </summary>
internal static class OleStreams
{
    private const int EntryLength = 128;
    private const int NameLengthAt = 64;
    private const int TypeAt = 66;
    private const byte StreamType = 2;

    /// <summary>Which of the names are names of streams in the container.</summary>
    public static HashSet<string> Among(Stream file, CancellationToken cancellation, params IReadOnlyList<string> names)
    {
        var wanted = names.Select(name => (Name: name, Bytes: Encoding.Unicode.GetBytes(name + '\0'))).ToList();
        HashSet<string> found = [];
        var buffer = new byte[512 * EntryLength];
        file.Position = 0;
        for (var count = buffer.Length; count == buffer.Length;)
        {
            cancellation.ThrowIfCancellationRequested();
            count = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            for (var at = 0; at + EntryLength <= count; at += EntryLength)
            {
                var entry = buffer.AsSpan(at, EntryLength);
                if (entry[TypeAt] != StreamType)
                {
                    continue;
                }

                foreach (var (name, bytes) in wanted)
                {
                    if (BinaryPrimitives.ReadUInt16LittleEndian(entry[NameLengthAt..]) == bytes.Length && entry.StartsWith(bytes))
                    {
                        found.Add(name);
                    }
                }
            }
        }

        return found;
    }
}
