namespace ScenarioPortal.Domain.Organisations;

/// <summary>The person to ask about an organisation: personal data, kept apart from what everyone may see, and masked unless that person agreed.</summary>
public sealed class OrganisationContact
{
    public const int NameMaxLength = 40;
    public const int PhoneMaxLength = 30;
    public const int EmailMaxLength = 254;

    public OrganisationContact(Guid organisationId, string name, string phone, string? email)
    {
        OrganisationId = organisationId;
        Name = Phone = "";
        Correct(name, phone, email);
    }

    public Guid OrganisationId { get; private init; }

    public string Name { get; private set; }

    public string Phone { get; private set; }

    public string? Email { get; private set; }

    /// <summary>When this person agreed to be shown in public; null is not agreed.</summary>
    public DateTimeOffset? ShownSince { get; private set; }

    public int Revision { get; private set; } = 1;

    public void Correct(string name, string phone, string? email)
    {
        Rule.Require(name.Length is > 0 and <= NameMaxLength, "请填写联系人姓名，不超过 {0} 字。", NameMaxLength);
        Rule.Require(phone.Length is > 0 and <= PhoneMaxLength, "请填写联系电话，不超过 {0} 字。", PhoneMaxLength);
        Rule.Require(email is not { Length: > EmailMaxLength }, "邮箱不超过 {0} 字。", EmailMaxLength);
        if ((Name, Phone, Email) != (name, phone, email))
        {
            (Name, Phone, Email) = (name, phone, email);
            ShownSince = null;
            Revision++;
        }
    }

    public void Show(bool agreed, DateTimeOffset now)
    {
        if (agreed != ShownSince is not null)
        {
            ShownSince = agreed ? now : null;
            Revision++;
        }
    }
}
