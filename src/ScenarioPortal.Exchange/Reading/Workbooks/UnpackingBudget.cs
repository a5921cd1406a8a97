namespace ScenarioPortal.Exchange.Reading.Workbooks;

/// <summary>What all parts together may unpack to. Every read passes here, so a cancelled reading stops here too.</summary>
internal sealed class UnpackingBudget(long maxBytes, CancellationToken cancellation)
{
    public long Taken { get; private set; }

    public void Take(int bytes)
    {
        cancellation.ThrowIfCancellationRequested();
        Taken += bytes;
        if (Taken > maxBytes)
        {
            throw new UnreadableFileException(FileRefusals.Bomb);
        }
    }
}
