namespace ScenarioPortal.Exchange.Reading.Values;

/// <summary>Small whole numbers in Chinese characters: 三百五十, 十五, 两千, 二〇二六.</summary>
internal static class ChineseNumber
{
    /// <summary>The characters that such numbers are made of, for use inside a character class.</summary>
    public const string Characters = "零〇○一二三四五六七八九两十百千壹贰叁肆伍陆柒捌玖拾佰仟";

    private const int MaxLength = 12;

    /// <summary>Reads units (三百五十 = 350) or plain digits (二〇二六 = 2026); absent when it is neither.</summary>
    public static int? TryParse(string text)
    {
        if (text.Length is 0 or > MaxLength || text.Any(character => !Characters.Contains(character)))
        {
            return null;
        }

        return text.Any(character => Weight(character) > 1) ? WithUnits(text) : Digits(text);
    }

    private static int? Digits(string text)
    {
        const int longest = 9;
        return text.Length > longest ? null : text.Aggregate(0, (number, character) => (number * 10) + Digit(character));
    }

    private static int? WithUnits(string text)
    {
        var (sum, digit, smallest) = (0, -1, int.MaxValue);
        foreach (var character in text)
        {
            var weight = Weight(character);
            if (weight == 1)
            {
                if (digit > 0)
                {
                    return null;
                }

                digit = Digit(character);
                continue;
            }

            if (weight >= smallest)
            {
                return null;
            }

            sum += (digit > 0 ? digit : 1) * weight;
            (digit, smallest) = (-1, weight);
        }

        return sum + Math.Max(digit, 0);
    }

    private static int Weight(char character) => character switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' => 1_000,
        _ => 1
    };

    private static int Digit(char character) => character switch
    {
        '一' or '壹' => 1,
        '二' or '两' or '贰' => 2,
        '三' or '叁' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => 0
    };
}
