using System.Text;

namespace ScenarioPortal.Benchmarks.Corpus;

/// <summary>
/// Texts for an index of any size: capabilities of about 130 characters and needs of about 200, subjects by <see cref="Topic"/> and the rest from the
/// dictionary. The same number always gives the same text.
/// </summary>
internal sealed class IndexTexts(DictionaryWords words)
{
    private const int CapabilitySeed = 20_270_301;
    private const int NeedSeed = 20_270_401;

    /// <summary>The numbers 0…n−1 so that capabilities of one topic and technology stand together, as they do where a list is kept by field.</summary>
    public static int[] ByLikeness(int count)
    {
        var numbers = Enumerable.Range(0, count).ToArray();
        var keys = Array.ConvertAll(numbers, number =>
        {
            var chance = new Random(CapabilitySeed + number);
            var topic = Topic.All.Pick(chance);
            return $"{topic.Field} {topic.Technology.Pick(chance)}";
        });
        Array.Sort(keys, numbers, StringComparer.Ordinal);
        return numbers;
    }

    public string Capability(int number)
    {
        var chance = new Random(CapabilitySeed + number);
        var topic = Topic.All.Pick(chance);
        var technology = topic.Technology.Pick(chance);
        var text = new StringBuilder($"{technology}{topic.Object.Pick(chance)}{topic.Task.Pick(chance)}。");
        for (var length = chance.Next(105, 145); text.Length < length;)
        {
            text.Append(chance.Next(10) switch
            {
                0 => $"面向{topic.Place.Pick(chance)}的{topic.Object.Pick(chance)}{topic.Task.Pick(chance)}，",
                1 => $"在{Word()}、{Word()}和{Word()}方面有{chance.Next(3, 20)}年积累，",
                2 => $"以{topic.Technology.Pick(chance)}为核心，{Word()}{Word()}可靠，",
                3 => $"已为{Word()}{Word()}单位实施{topic.Task.Pick(chance)}项目，",
                4 => $"{Phrases.Strength.Pick(chance)}，",
                5 => $"支持{Word()}数据接入与{Word()}分析，",
                6 => $"兼容{Word()}协议，{Word()}成本降低{chance.Next(5, 60)}%，",
                7 => $"团队熟悉{Word()}、{Word()}与{topic.Technology.Pick(chance)}，",
                8 => $"用于{topic.Place.Pick(chance)}的{Word()}和{Word()}，",
                _ => $"提供{Word()}设计、{Word()}集成和{Word()}维护，"
            });
        }

        return text.ToString();

        string Word() => words.Pick(chance);
    }

    public string Need(int number)
    {
        var chance = new Random(NeedSeed + number);
        var topic = Topic.All.Pick(chance);
        var text = new StringBuilder($"{topic.Place.Pick(chance)}{topic.Object.Pick(chance)}{topic.Task.Pick(chance)}。");
        for (var length = chance.Next(180, 220); text.Length < length;)
        {
            text.Append(chance.Next(10) switch
            {
                0 => $"目前{topic.Object.Pick(chance)}的{topic.Task.Pick(chance)}{Phrases.Today.Pick(chance)}，",
                1 => $"{Word()}环节存在{Word()}问题，{Phrases.Trouble.Pick(chance)}，",
                2 => $"希望引入{topic.Technology.Pick(chance)}，实现{Word()}与{Word()}的自动化，",
                3 => $"需解决{Word()}精度不足、{Word()}成本高的难题，",
                4 => $"要能接入{Phrases.System.Pick(chance)}，{Phrases.Aim.Pick(chance)}，",
                5 => $"对{topic.Technology.Pick(chance)}的稳定性和{Word()}要求较高，",
                6 => $"期望{Word()}降低{chance.Next(5, 60)}%以上，",
                7 => $"可提供{Phrases.Support.Pick(chance)}和{Word()}，",
                8 => $"优先考虑有{Word()}案例、熟悉{topic.Object.Pick(chance)}的单位，",
                _ => $"后续在{topic.Place.Pick(chance)}的{Word()}{Word()}推广，"
            });
        }

        return text.ToString();

        string Word() => words.Pick(chance);
    }
}
