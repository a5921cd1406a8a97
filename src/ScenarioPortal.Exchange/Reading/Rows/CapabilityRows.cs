using ScenarioPortal.Domain.Capabilities;
using ScenarioPortal.Exchange.Reading.Tables;
using ScenarioPortal.Exchange.Reading.Values;

namespace ScenarioPortal.Exchange.Reading.Rows;

/// <summary>Makes an offer of a sorted row. What it finds wrong goes to the findings; the row counts only without faults.</summary>
internal static class CapabilityRows
{
    public static CapabilityRow Make(FieldValues values, RowFindings findings)
    {
        var parts = new RowParts(values, findings);
        parts.SayErrors();
        var (region, zone) = parts.Place();
        var certificates = Certificates(values, findings);
        return new()
        {
            ExternalId = parts.ExternalId(),
            Title = values.HasColumn(SheetField.Title)
                ? parts.Title(values[SheetField.Title], CapabilityRow.TitleMaxLength)
                : DerivedTitle(values, findings),
            Description = parts.Description(
                CapabilityRow.DescriptionMaxLength, SheetField.Innovation, SheetField.Effect, SheetField.ApplicableScenes, SheetField.Tech, SheetField.Cases, SheetField.CompanyProfile),
            Company = values.Line(SheetField.Company),
            CompanyCode = parts.Code(SheetField.CompanyCode),
            CompanyProfile = values.Text(SheetField.CompanyProfile),
            Region = region,
            Zone = zone,
            Field = values.Line(SheetField.Field),
            Tech = values[SheetField.Tech]?.Phrases ?? [],
            Cases = values[SheetField.Cases]?.Sentences ?? [],
            Trl = Trl(values, findings),
            Innovation = values.Text(SheetField.Innovation),
            Effect = values.Text(SheetField.Effect),
            TargetCustomers = values.Text(SheetField.TargetCustomers),
            ApplicableScenes = values.Text(SheetField.ApplicableScenes),
            Certificates = certificates?.Certificates ?? [],
            Qualifications = certificates?.Words,
            ServiceRegions = values[SheetField.ServiceRegions]?.Phrases ?? [],
            ProjectsAtOnce = values[SheetField.ProjectsAtOnce] is { } count ? findings.Hear(count, CountText.Read(count.Text, Capability.MostProjectsAtOnce)).Value : null,
            Contact = values.Text(SheetField.Contact),
            Origin = values.Origin,
            Other = values.Other
        };
    }

    /// <summary>Street-level lists have no column for a title; there the description's beginning is one.</summary>
    private static string DerivedTitle(FieldValues values, RowFindings findings)
    {
        if (values[SheetField.Description] is not { } description)
        {
            findings.RefuseEmpty(values.ColumnOf(SheetField.Description), new(CellRefusals.NoDescription));
            return "";
        }

        var derived = TitleText.From(description.Text);
        findings.Remark(description, new(CellRemarks.TitleFromDescription, derived));
        return derived;
    }

    private static CertificateReading? Certificates(FieldValues values, RowFindings findings)
    {
        if (values[SheetField.Qualifications] is not { } value)
        {
            return null;
        }

        var reading = CertificateText.Read(value.Text);
        foreach (var fault in reading.Faults)
        {
            findings.Refuse(value, fault);
        }

        return reading;
    }

    private static int? Trl(FieldValues values, RowFindings findings)
    {
        if (values[SheetField.Trl] is not { } value)
        {
            return null;
        }

        var trl = findings.Hear(value, TrlText.Read(value.Text));
        if (trl.Note is { } note)
        {
            values.Keep(value.Header, note);
        }

        return trl.Value;
    }
}
