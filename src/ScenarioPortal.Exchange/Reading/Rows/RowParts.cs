using System.Text.RegularExpressions;
using ScenarioPortal.Domain;
using ScenarioPortal.Domain.Opportunities;
using ScenarioPortal.Domain.Organisations;
using ScenarioPortal.Exchange.Reading.Tables;
using ScenarioPortal.Exchange.Reading.Values;

namespace ScenarioPortal.Exchange.Reading.Rows;

/// <summary>The parts that rows of both lists have, each read from its field, with its findings.</summary>
internal sealed partial class RowParts(FieldValues values, RowFindings findings)
{
    /// <summary>
    /// An identifier that the sender keeps stable. Under 编号 many lists only number their rows; such a number would make the same
    /// thing of two lists' first rows, so it is kept as words.
    /// </summary>
    public string? ExternalId()
    {
        if (values[SheetField.ExternalId] is not { } value)
        {
            return null;
        }

        var id = CellText.OneLine(value.Text);
        if (value.IsNamedAsId || !RowNumber().IsMatch(id))
        {
            if (id.Length > Opportunity.ExternalIdMaxLength)
            {
                findings.Refuse(value, new(CellRefusals.IdTooLong, id.Length, Opportunity.ExternalIdMaxLength));
            }

            return id;
        }

        values.Keep(value.Header, id);
        return null;
    }

    public string Title(FieldValue? value, int maxLength)
    {
        if (value is null)
        {
            findings.RefuseEmpty(values.ColumnOf(SheetField.Title), new(CellRefusals.NoTitle));
            return "";
        }

        var title = CellText.OneLine(value.Text);
        if (title.Length > maxLength)
        {
            findings.Refuse(value, new(CellRefusals.TitleTooLong, title.Length, maxLength));
        }

        return title;
    }

    /// <summary>The description, or the first of the other fields that says anything.</summary>
    public string Description(int maxLength, params ReadOnlySpan<SheetField> elsewhere)
    {
        var value = values[SheetField.Description];
        for (var at = 0; value is null && at < elsewhere.Length; at++)
        {
            value = values[elsewhere[at]];
            if (value is not null)
            {
                findings.Remark(value, new(CellRemarks.DescriptionFromElsewhere, value.Header));
            }
        }

        if (value is null)
        {
            findings.RefuseEmpty(values.ColumnOf(SheetField.Description), new(CellRefusals.NoDescription));
            return "";
        }

        if (value.Text.Length > maxLength)
        {
            findings.Refuse(value, new(CellRefusals.DescriptionTooLong, value.Text.Length, maxLength));
        }

        return value.Text;
    }

    /// <summary>A checked 统一社会信用代码; words without a digit (办理中) are kept, not refused.</summary>
    public string? Code(SheetField field)
    {
        if (values[field] is not { } value)
        {
            return null;
        }

        var code = CellText.Compact(value.Text);
        if (!code.Any(char.IsAsciiDigit))
        {
            values.Keep(value.Header, value.Text);
            return null;
        }

        try
        {
            return new UnifiedSocialCreditCode(code).Value;
        }
        catch (RuleBrokenException refusal)
        {
            findings.Refuse(value, new(refusal.Refusal, refusal.Values));
            return null;
        }
    }

    /// <summary>Region and zone, from their own columns or from one that may hold either.</summary>
    public (RegionText? Region, string? Zone) Place()
    {
        var place = values[SheetField.Region];
        if (place is not null && PlaceText.HasWrongCode(place.Text))
        {
            findings.Refuse(place, new(CellRefusals.NotARegionCode));
        }

        var (region, zone) = place is null ? default : PlaceText.Read(place.Text);
        return (region, values.Line(SheetField.Zone) ?? zone);
    }

    /// <summary>Remarks on cells whose formula failed.</summary>
    public void SayErrors()
    {
        foreach (var error in values.Errors)
        {
            findings.Remark(error, new(CellRemarks.FormulaError, error.Text));
        }
    }

    [GeneratedRegex("^[0-9０-９]{1,5}$")]
    private static partial Regex RowNumber();
}
