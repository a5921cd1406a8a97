namespace ScenarioPortal.Web.Privacy;

/// <summary>How far something that is kept may spread.</summary>
internal enum DataClass
{
    /// <summary>Shown to everyone.</summary>
    Public,

    /// <summary>For those whose work it is.</summary>
    Internal,

    /// <summary>Says something about a person, who may see, correct and remove it.</summary>
    Personal,

    /// <summary>Opens something; kept hashed or encrypted, and shown to nobody.</summary>
    Secret
}
