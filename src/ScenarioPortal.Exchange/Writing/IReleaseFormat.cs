namespace ScenarioPortal.Exchange.Writing;

/// <summary>A kind of file that a released list is handed out as.</summary>
public interface IReleaseFormat
{
    /// <summary>Without a dot: xlsx.</summary>
    string Extension { get; }

    string ContentType { get; }

    /// <summary>
    /// Writes the list. Rows are taken one by one, and no more than some tens of kilobytes are held back, however many there are; characters
    /// that XML cannot hold are left out of workbooks and documents. The stream is only written to asynchronously, need not seek, and stays open.
    /// </summary>
    /// <param name="head">What stands around the rows.</param>
    /// <param name="rows">In the order of their numbers; a workbook holds at most 1,048,572 of them and 32,767 characters in a cell.</param>
    /// <param name="target">Takes the file.</param>
    /// <param name="cancellation">Ends the writing between two rows; what has been written is then no whole file.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    Task WriteAsync(ReleaseHead head, IAsyncEnumerable<ReleaseRow> rows, Stream target, CancellationToken cancellation);
}
