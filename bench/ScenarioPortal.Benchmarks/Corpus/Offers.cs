namespace ScenarioPortal.Benchmarks.Corpus;

/// <summary>Capabilities as companies describe them. The same number always gives the same row.</summary>
internal sealed class Offers(Zipf<Place> places)
{
    private const int Seed = 20270101;
    private const int Cities = 48;

    private readonly Zipf<Place> _cities = Place.Some(places, Cities);

    public CapabilityLine this[int number]
    {
        get
        {
            var chance = new Random(Seed + number);
            var (topic, place, brand) = (Topic.All.Pick(chance), _cities.Pick(chance), Names.Brand(chance));
            var (subject, task, technology) = (topic.Object.Pick(chance), topic.Task.Pick(chance), topic.Technology.Pick(chance));
            var product = Phrases.Product.Pick(chance);
            return new CapabilityLine
            {
                Id = $"BC{number:0000000}",
                Title = $"{brand}{Names.Model(chance)}{technology}{subject}{task}{product}",
                Company = Names.Company(brand, place, chance),
                Region = place.Code,
                Field = chance.Next(10) == 0 ? null : topic.Field,
                Description = Describe(topic, $"{brand}{product}", (subject, task, technology), chance),
                Tech = chance.Next(4) == 0 ? [] : [technology, .. Sentences.Some(topic.Technology, 2, chance).Where(t => t != technology)],
                Cases = chance.Next(2) == 0 ? [] : [$"{places.Pick(chance).Name}{topic.Place.Pick(chance)}{subject}{task}项目"],
                Trl = chance.Next(10) < 4 ? null : chance.Next(4, 10)
            };
        }
    }

    private static string Describe(Topic topic, string product, (string Object, string Task, string Technology) offer, Random chance) => Sentences.Join(
        chance,
        $"{product}面向{topic.Place.Pick(chance)}的{offer.Object}{offer.Task}，以{offer.Technology}为核心，{Phrases.Strength.Pick(chance)}。",
        () => $"融合{topic.Technology.Pick(chance)}与{topic.Technology.Pick(chance)}，{Sentences.Measure(chance)}，{Sentences.Measure(chance)}。",
        () => $"同时支持{topic.Object.Pick(chance)}{topic.Task.Pick(chance)}和{topic.Object.Pick(chance)}{topic.Task.Pick(chance)}。",
        () => $"{Phrases.Strength.Pick(chance)}，{Phrases.Condition.Pick(chance)}。",
        () => $"可接入{Phrases.System.Pick(chance)}，帮助用户{Phrases.Aim.Pick(chance)}。",
        () => $"已在{chance.Next(2, 80)}个{topic.Place.Pick(chance)}运行，累计服务{chance.Next(3, 900)}家单位，解决了{Phrases.Trouble.Pick(chance)}的问题。",
        () => $"团队{chance.Next(10, 300)}人，从事{topic.Task.Pick(chance)}{chance.Next(3, 20)}年，{Phrases.Strength.Pick(chance)}。");
}
