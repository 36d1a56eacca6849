using System.Text.RegularExpressions;
using ChatHiring.Delivery;
using ChatHiring.Fakes.Teams;
using ChatHiring.Tests;

namespace ChatHiring.Host.Tests.Teams;

/// <summary>What a card and a debrief say in Teams stands on their web pages too, word for word, but for what is Teams' own.</summary>
public sealed partial class TeamsAndWebTests
{
    // Buttons, how Teams frames what it shows, and the zone of a channel, where the web has its reader's.
    private static readonly string[] TeamsOwn = ["notes", "score", "here", "see", "or", "change", "show", "hide", "debrief", "questions", "your", "for", "card", "cards", "utc", "more", "thread"];

    [Theory, BothDatabases]
    public async Task The_question_card_the_receipt_and_the_debrief_say_the_same_in_Teams_and_on_the_web(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var (ana, web) = (played.Phone("ana"), await played.App.As("Ana Silva"));
        await played.Teams.Comes(() => ana.Waiting is not null);
        var card = await web.CardOf("Peer");
        Says(await web.Get(card), ana.Waiting!);
        foreach (var name in (string[])["ana", "rosa", "dana", "dana", "eli", "bo"])
            await played.Phone(name).WriteCard($"They said zaun{name} of it, which suggests a lot.");
        Says(await web.Get(card), played.Teams.Messages.In(ana.Chat).First(message => message.Said.Contains("Card in, ", StringComparison.Ordinal)));
        await played.Phone("mina").WriteCard("They said zaunmina of it, which suggests a lot.");
        await played.DeliverUntil(PostState.Delivered, PostKind.Debrief);

        var page = await web.Get((await web.Get("/")).Links.First(link => link.StartsWith("/channels/", StringComparison.Ordinal)));
        Says(await web.Get(page.Links.First(link => link.EndsWith("/debrief", StringComparison.Ordinal))), [.. played.Teams.Messages.In(TeamsApp.Channel)]);
    }

    private static void Says(Page page, params IReadOnlyList<TeamsMessage> messages)
    {
        var shown = Split(page.Text).ToHashSet();
        var said = messages.SelectMany(message => TeamsWords.Parts(message.Card)).SelectMany(part => Split(TeamsWords.Text(part, "text") ?? "")).Distinct().Except(TeamsOwn).ToList();
        Assert.True(said.Count > 5);
        Assert.Equal([], said.Except(shown));
    }

    private static IEnumerable<string> Split(string text) => Word().Matches(text).Select(word => word.Value.ToLowerInvariant());

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
