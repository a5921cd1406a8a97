namespace ScenarioPortal.Exchange.Reading.JsonLines;

/// <summary>A line of the file; its text is absent when it is too long to be read.</summary>
internal readonly record struct JsonLine(int Number, string? Text)
{
    /// <summary>All lines that hold anything, numbered from 1, without keeping more than one.</summary>
    public static IEnumerable<JsonLine> All(TextReader text, int maxLength)
    {
        var line = new System.Text.StringBuilder();
        var (number, tooLong) = (1, false);
        var buffer = new char[8192];
        for (var count = text.Read(buffer); count > 0; count = text.Read(buffer))
        {
            for (var at = 0; at < count; at++)
            {
                if (buffer[at] != '\n')
                {
                    tooLong |= line.Length >= maxLength;
                    if (!tooLong)
                    {
                        line.Append(buffer[at]);
                    }

                    continue;
                }

                if (Finished() is { } finished)
                {
                    yield return finished;
                }

                number++;
            }
        }

        if (Finished() is { } last)
        {
            yield return last;
        }

        JsonLine? Finished()
        {
            var (content, cut) = (line.ToString(), tooLong);
            line.Clear();
            tooLong = false;
            return cut ? new(number, null) : string.IsNullOrWhiteSpace(content) ? null : new(number, content);
        }
    }
}
