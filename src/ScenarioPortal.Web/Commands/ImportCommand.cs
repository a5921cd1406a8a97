using System.Globalization;
using ScenarioPortal.Exchange.Reading;
using ScenarioPortal.Web.Import;

namespace ScenarioPortal.Web.Commands;

/// <summary><c>./portal import</c>: 0 when all rows went in, 2 when some were refused, 1 when nothing could be read.</summary>
internal static class ImportCommand
{
    private const int AllIn = 0;
    private const int NothingRead = 1;
    private const int SomeRefused = 2;

    public static async Task<int> RunAsync(ImportArguments arguments, CancellationToken cancellation)
    {
        if (!arguments.File.Exists)
        {
            await Console.Error.WriteLineAsync($"找不到文件：{arguments.File.FullName}");
            return NothingRead;
        }

        await using var host = await CommandHost.StartAsync(arguments.Folder, cancellation);
        await using var file = arguments.File.OpenRead();
        try
        {
            var report = await host.Get<ImportList>().RunAsync(file, new ImportOptions
            {
                Kind = arguments.Kind,
                FileName = arguments.File.Name,
                Actor = $"command:{Environment.UserName}",
                Publish = arguments.Publish,
                DryRun = arguments.DryRun,
                Progress = new ConsoleProgress()
            }, cancellation);
            Print(report, arguments.DryRun);
            return report.Refused == 0 ? AllIn : report.Read == report.Refused ? NothingRead : SomeRefused;
        }
        catch (UnreadableFileException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Reason.ToString());
            return NothingRead;
        }
    }

    private static void Print(ImportReport report, bool dryRun)
    {
        foreach (var sheet in report.Sheets)
        {
            PrintSheet(sheet);
        }

        foreach (var refusal in report.Refusals)
        {
            var sheet = refusal.Sheet is null ? "" : $"{refusal.Sheet} ";
            var column = refusal.Column is null ? "" : $" {refusal.Column} 列";
            var value = refusal.Value is null ? "" : $"（{refusal.Value}）";
            Console.WriteLine($"拒收：{sheet}第 {refusal.Row} 行{column}：{refusal.Reason}{value}");
        }

        foreach (var release in report.Releases)
        {
            Console.WriteLine($"已发布：{release.Title}，{release.Items.Count} 条");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{(dryRun ? "试运行，未保存。" : "")}read {report.Read}, added {report.Added}, changed {report.Changed}, unchanged {report.Unchanged}, refused {report.Refused}"));
    }

    private static void PrintSheet(SheetReport sheet)
    {
        if (sheet.Skipped is { } reason)
        {
            Console.WriteLine($"未读取工作表“{sheet.Sheet}”：{reason}");
        }

        var unknown = sheet.Columns.Where(c => c.Field is SheetField.Other).Select(c => c.Header).ToArray();
        if (unknown.Length > 0)
        {
            Console.WriteLine($"未识别的列：{string.Join('、', unknown)}");
        }
    }

    /// <summary>One line that is written over, for a person who watches; nothing when the output goes to a file.</summary>
    private sealed class ConsoleProgress : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (!Console.IsErrorRedirected)
            {
                Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r已读 {value.Rows} 行，{value.Fraction:P0}  "));
                if (value.Fraction >= 1)
                {
                    Console.Error.WriteLine();
                }
            }
        }
    }
}
