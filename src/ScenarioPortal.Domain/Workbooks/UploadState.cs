namespace ScenarioPortal.Domain.Workbooks;

/// <summary>How far an uploaded list has come.</summary>
public enum UploadState
{
    /// <summary>Stored; nobody has looked at its rows yet.</summary>
    Waiting,
    Checking,

    /// <summary>Every row is known as new, changed, unchanged or refused; nothing has been taken.</summary>
    Checked,

    /// <summary>Its good rows are being handed in.</summary>
    Taking,
    Done,

    /// <summary>The file as a whole cannot be taken.</summary>
    Failed
}
