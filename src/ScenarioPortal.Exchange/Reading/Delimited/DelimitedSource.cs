using System.Text;
using ScenarioPortal.Exchange.Reading.Tables;

namespace ScenarioPortal.Exchange.Reading.Delimited;

/// <summary>An open csv or other delimited text.</summary>
internal sealed class DelimitedSource(Stream file, Encoding encoding, ReadOptions options) : ISheetSource
{
    private const int SampleLength = 1 << 16;

    public double Fraction => (double)file.Position / Math.Max(1, file.Length);

    public IEnumerable<Sheet> Sheets()
    {
        var separator = SeparatorGuess.Of(Beginning(), options.Mapping);
        using var text = Open();
        yield return new(Name: null, Hidden: false, new DelimitedRows(text, separator, options.Limits).Read());
    }

    public void Dispose()
    {
    }

    private string Beginning()
    {
        using var text = Open();
        var sample = new char[SampleLength];
        return new(sample, 0, text.ReadBlock(sample));
    }

    private StreamReader Open()
    {
        file.Position = 0;
        return new(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
    }
}
