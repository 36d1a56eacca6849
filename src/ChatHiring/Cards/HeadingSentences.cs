using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.Scorecards;
using ChatHiring.Timeline;

namespace ChatHiring.Cards;

/// <summary>What an interview and its questions are called.</summary>
public static class HeadingSentences
{
    /// <summary>"J.K. · Peer interview".</summary>
    public static string Title(this CardHeading heading) => Shaped.Line(heading.Candidate, heading.StageName);

    /// <summary>"Tue 14:00 CET · 60 minutes".</summary>
    public static string When(this Wording words, CardHeading heading) =>
        words.Say("card.when", ("time", LocalTime.Show(heading.StartsAt, heading.ZoneId)), ("minutes", heading.Minutes));

    /// <summary>"Technical · rate limiter", and who asks: "you ask", "Bo asks", or null where one person asks all.</summary>
    public static (string Tag, string? WhoAsks) Tag(this Wording words, FormItem item)
    {
        var tag = item.Item.Key == InterviewPlan.Overall ? null : words.Say(item.Item.Kind, item.Item.Category);
        var who = item switch
        {
            { AskedBy: null } => null,
            { YouAsk: true } => words.Say("card.you-ask"),
            { AskedBy: { } other } => $"{other} {words.Say("card.asks")}",
        };
        return (Shaped.Line(tag, item.Item.Topic == item.Item.Text ? null : item.Item.Topic), who);
    }
}
