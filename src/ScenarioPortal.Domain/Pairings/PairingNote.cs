namespace ScenarioPortal.Domain.Pairings;

/// <summary>What one side keeps for itself about a pairing (内部备忘): nobody of the other side, no operator who only put them together and no reviewer reads it.</summary>
public sealed class PairingNote(Guid pairingId, Guid organisationId)
{
    public const int TextMaxLength = 4000;

    public Guid PairingId { get; private init; } = pairingId;

    public Guid OrganisationId { get; private init; } = organisationId;

    public string Text { get; private set; } = "";

    /// <summary>As of which it was seen; two who write at once do not overwrite each other.</summary>
    public int Revision { get; private set; }

    public Guid ChangedBy { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public void Write(string? text, Guid by, DateTimeOffset now)
    {
        var written = (text ?? "").Trim();
        Rule.Require(written.Length <= TextMaxLength, "备忘不超过 {0} 字。", TextMaxLength);
        (Text, ChangedBy, ChangedAt) = (written, by, now);
        Revision++;
    }
}
