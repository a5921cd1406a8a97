namespace ScenarioPortal.Benchmarks.Corpus;

/// <summary>Opportunities as a city would list them. The same number always gives the same row.</summary>
internal sealed class Needs(Zipf<Place> places, DateOnly today)
{
    private const int Seed = 20260101;
    private const int Districts = 16;

    private readonly Zipf<Place> _districts = Place.Some(places, Districts);

    public OpportunityLine this[int number]
    {
        get
        {
            var chance = new Random(Seed + number);
            var (topic, place) = (Topic.All.Pick(chance), _districts.Pick(chance));
            var (subject, task, site) = (topic.Object.Pick(chance), topic.Task.Pick(chance), topic.Place.Pick(chance));
            return new OpportunityLine
            {
                Id = $"BN{number:0000000}",
                Title = $"{place.ShortName}{site}{subject}{task}",
                Publisher = Names.Office(place, chance),
                Region = place.Code,
                Field = chance.Next(10) == 0 ? null : topic.Field,
                Kind = chance.Next(3) == 0 ? Phrases.Kind.Pick(chance) : null,
                Description = Describe(topic, place, (subject, task, site), chance),
                RequiredTech = chance.Next(2) == 0 ? Sentences.Some(topic.Technology, 3, chance) : [],
                BudgetWan = chance.Next(5) < 2 ? null : Math.Round((decimal)Math.Exp(2.5 + (chance.NextDouble() * 5))),
                Deadline = chance.Next(2) == 0 ? null : today.AddDays(chance.Next(-20, 200)).ToString("yyyy-MM-dd", null)
            };
        }
    }

    /// <summary>Words that someone might type to find such a row, another each time.</summary>
    public static string Words(int number)
    {
        var chance = new Random(Seed - number);
        var topic = Topic.All.Pick(chance);
        return chance.Next(3) switch
        {
            0 => $"{topic.Object.Pick(chance)} {topic.Task.Pick(chance)}",
            1 => $"{topic.Technology.Pick(chance)} {topic.Place.Pick(chance)}",
            _ => $"{topic.Place.Pick(chance)}{topic.Object.Pick(chance)}怎么{topic.Task.Pick(chance)}"
        };
    }

    private static string Describe(Topic topic, Place place, (string Object, string Task, string Site) need, Random chance) => Sentences.Join(
        chance,
        $"{place.Name}{need.Site}的{need.Object}{Phrases.Today.Pick(chance)}，{Phrases.Trouble.Pick(chance)}。希望实现{need.Object}{need.Task}，{Phrases.Aim.Pick(chance)}。",
        () => $"可采用{topic.Technology.Pick(chance)}、{topic.Technology.Pick(chance)}等手段，也欢迎{topic.Technology.Pick(chance)}等新路线。",
        () => $"首期覆盖{topic.Place.Pick(chance)}{chance.Next(2, 60)}处，{chance.Next(2, 5)}个月内上线，随后扩展到{topic.Object.Pick(chance)}{topic.Task.Pick(chance)}。",
        () => $"须与{Phrases.System.Pick(chance)}对接，{Phrases.Condition.Pick(chance)}，{Phrases.Condition.Pick(chance)}。",
        () => $"验收时要求{Sentences.Measure(chance)}，{Sentences.Measure(chance)}。",
        () => $"可提供{Phrases.Support.Pick(chance)}、{Phrases.Support.Pick(chance)}。",
        () => $"去年因{topic.Object.Pick(chance)}{Phrases.Trouble.Pick(chance)}造成损失{chance.Next(10, 900)}万元。");
}
