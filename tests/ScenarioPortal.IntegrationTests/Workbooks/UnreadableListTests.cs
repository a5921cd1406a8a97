using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Domain.Workbooks;
using Xunit;

namespace ScenarioPortal.IntegrationTests.Workbooks;

/// <summary>What is no list is refused where it is chosen.</summary>
public sealed class UnreadableListTests(PortalDatabase database)
{
    [Fact]
    public async Task What_is_no_list_is_told_in_one_sentence_at_its_field()
    {
        await using var portal = await PortalHost.StartAsync(database);
        var unit = await Uploading.BeginAsync(portal);
        (byte[] Content, string Name, string Sentence)[] files =
        [
            (Encoding.UTF8.GetBytes("%PDF-1.7 不是表格"), "清单.xlsx", "这不是能导入的表格"),
            ([], "清单.xlsx", "文件是空的"),
            (Encrypted(), "清单.xlsx", "文件设了密码"),
            (Bomb(), "清单.xlsx", "文件解压后过大"),
            (SheetFile.Of(["甲", "乙"], ["1", "2"]), "清单.xlsx", "没有找到认得的表头"),
            (SheetFile.Of(["产品名称", "公司名称", "能力概述", "技术成熟度"], ["1", "2", "3", "4"]), "清单.xlsx", "这张表看起来是能力清单"),
            (Encoding.UTF8.GetBytes("{\"title\":\"一\",\"description\":\"甲\"}"), "清单.jsonl", "请上传 .xlsx、.xls 或 .csv 文件")
        ];

        foreach (var (content, name, sentence) in files)
        {
            var answer = await unit.SendAsync(content, name);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(sentence, await answer.ReadAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(0, await portal.ReadAsync(db => db.StoredFiles.CountAsync()));
        var empty = await unit.CheckedAsync(SheetFile.Of(SheetFile.Header));
        Assert.Equal(UploadState.Failed, empty.State);
        Assert.Contains("表头下面没有内容", await unit.Browser.ReadAsync($"{Uploading.Page}/{empty.Id}"), StringComparison.Ordinal);
    }

    /// <summary>As Excel writes a workbook with a password: a container with one encrypted stream.</summary>
    private static byte[] Encrypted()
    {
        var file = new byte[4096];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        var name = Encoding.Unicode.GetBytes("EncryptedPackage\0");
        name.CopyTo(file, 1024);
        (file[1024 + 64], file[1024 + 66]) = ((byte)name.Length, 2);
        return file;
    }

    private static byte[] Bomb()
    {
        using var file = new MemoryStream();
        file.Write(SheetFile.Of(SheetFile.Header, ["一", "甲", "", ""]));
        using (var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("xl/media/picture.bin", System.IO.Compression.CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 32; i++)
            {
                entry.Write(zeros);
            }
        }

        return file.ToArray();
    }
}
