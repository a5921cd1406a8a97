using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScenarioPortal.Data.Accounts;
using ScenarioPortal.Data.Files;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Domain.Pairings;

namespace ScenarioPortal.Data.Pairings;

internal sealed class PairingMessageConfiguration : IEntityTypeConfiguration<PairingMessage>
{
    public void Configure(EntityTypeBuilder<PairingMessage> message)
    {
        message.ToTable("pairing_messages");
        message.Property(m => m.Id).ValueGeneratedNever();
        message.Property(m => m.Text).HasMaxLength(PairingMessage.TextMaxLength);
        message.HasOne<Pairing>().WithMany().HasForeignKey(m => m.PairingId).OnDelete(DeleteBehavior.Restrict);
        message.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Restrict);
        message.HasIndex(m => new { m.PairingId, m.At });
    }
}

internal sealed class PairingFileConfiguration : IEntityTypeConfiguration<PairingFile>
{
    public void Configure(EntityTypeBuilder<PairingFile> file)
    {
        file.ToTable("pairing_files", t => t.HasCheckConstraint("ck_pairing_files_belong", "(message_id IS NULL) <> (event_number IS NULL)"));
        file.Property(f => f.Id).ValueGeneratedNever();
        file.Property(f => f.Name).HasMaxLength(PairingFile.NameMaxLength);
        file.Property(f => f.ContentType).HasMaxLength(PairingFile.TypeMaxLength);
        file.Property(f => f.Hash).HasMaxLength(PairingFile.HashLength).IsFixedLength();
        file.HasOne<Pairing>().WithMany().HasForeignKey(f => f.PairingId).OnDelete(DeleteBehavior.Restrict);
        file.HasOne<PairingMessage>().WithMany().HasForeignKey(f => f.MessageId).OnDelete(DeleteBehavior.Restrict);
        file.HasOne<StoredFile>().WithMany().HasForeignKey(f => f.FileId).OnDelete(DeleteBehavior.Restrict);
        file.HasOne<Organisation>().WithMany().HasForeignKey(f => f.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        file.HasIndex(f => new { f.PairingId, f.EventNumber });
        file.HasIndex(f => f.FileId).IsUnique();
    }
}

internal sealed class PairingMeetingConfiguration : IEntityTypeConfiguration<PairingMeeting>
{
    public void Configure(EntityTypeBuilder<PairingMeeting> meeting)
    {
        meeting.ToTable("pairing_meetings");
        meeting.Property(m => m.Id).ValueGeneratedNever();
        meeting.Property(m => m.Subject).HasMaxLength(PairingMeeting.SubjectMaxLength);
        meeting.Property(m => m.Place).HasMaxLength(PairingMeeting.PlaceMaxLength);
        meeting.Property(m => m.Answer).HasMaxLength(PairingMeeting.AnswerMaxLength);
        meeting.Property(m => m.Revision).IsConcurrencyToken();
        meeting.Ignore(m => m.EndsAt);
        meeting.Ignore(m => m.Sequence);
        meeting.HasOne<Pairing>().WithMany().HasForeignKey(m => m.PairingId).OnDelete(DeleteBehavior.Restrict);
        meeting.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Restrict);
        meeting.HasOne<Account>().WithMany().HasForeignKey(m => m.AnsweredBy).OnDelete(DeleteBehavior.Restrict);
        meeting.HasIndex(m => new { m.PairingId, m.StartsAt });
        meeting.HasIndex(m => m.StartsAt).HasFilter("state IN ('Proposed', 'Accepted')");
    }
}

internal sealed class PairingNoteConfiguration : IEntityTypeConfiguration<PairingNote>
{
    public void Configure(EntityTypeBuilder<PairingNote> note)
    {
        note.ToTable("pairing_notes");
        note.HasKey(n => new { n.PairingId, n.OrganisationId });
        note.Property(n => n.Text).HasMaxLength(PairingNote.TextMaxLength);
        note.Property(n => n.Revision).IsConcurrencyToken();
        note.HasOne<Pairing>().WithMany().HasForeignKey(n => n.PairingId).OnDelete(DeleteBehavior.Restrict);
        note.HasOne<Organisation>().WithMany().HasForeignKey(n => n.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        note.HasOne<Account>().WithMany().HasForeignKey(n => n.ChangedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
