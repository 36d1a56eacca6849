using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatHiring.Fakes.Slack;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>Every author types words that nobody else types; before the reveal no message holds one, nor anything that is shown to somebody else.</summary>
public sealed partial class SlackBlindnessTests
{
    private static readonly string[] Authors = ["rosa", "dana", "dana", "eli", "ana", "bo"];
    private static readonly string[] Everybody = ["rosa", "dana", "eli", "ana", "bo", "mina", "zoe"];

    [Theory, BothDatabases]
    public async Task Before_the_reveal_no_message_holds_an_answer_and_nobody_is_shown_anothers(Engine engine)
    {
        await using var played = await Played.On(engine, slack => slack.Workspace.Add(new FakeMember("UZOE", "zoe@example.com")));
        await WriteAllButTheLast(played);
        var shown = new Dictionary<string, List<string>>();
        foreach (var name in Everybody)
            shown[name] = await Walk(played, name);

        foreach (var (name, seen) in shown)
        {
            Assert.True(seen.Count > 30, $"{name} was shown only {seen.Count} things.");
            foreach (var word in Words().Where(word => !word.StartsWith(Prefix(name), StringComparison.Ordinal)))
                Assert.DoesNotContain(seen, text => text.Contains(word, StringComparison.Ordinal));
        }

        // They do find their own.
        Assert.Contains(shown["mina"], text => text.Contains(Prefix("mina") + "draft", StringComparison.Ordinal));
        Assert.Contains(shown["ana"], text => text.Contains(Prefix("ana") + "draft", StringComparison.Ordinal));
        NoAnswerIn(played.Slack.Calls.Where(IsMessage));
        NoAnswerIn(played.Slack.Calls.Where(call => call.Method == "views.publish"));
        Assert.DoesNotContain(played.App.Logged, line => Words().Any(word => line.Contains(word, StringComparison.Ordinal)));
    }

    [Theory, BothDatabases]
    public async Task After_it_no_notification_and_no_first_block_holds_a_score_evidence_or_the_candidates_name(Engine engine)
    {
        await using var played = await Played.On(engine);
        await WriteAllButTheLast(played, new string('x', 2600));
        await played.Phone("mina").WriteCard(played.Slack, Prefix("mina") + "said " + new string('x', 2600));
        await played.Slack.Comes(() => played.Slack.Messages.All.Any(message => message.IsBroadcast));

        var messages = played.Slack.Calls.Where(IsMessage).ToList();
        Assert.True(messages.Count(call => call["channel"] == SlackApp.Channel) > 8);
        foreach (var call in messages)
        {
            var first = JsonNode.Parse(call["blocks"])![0]!.ToJsonString() + call["text"] + call["metadata"];
            Assert.DoesNotContain(Words(), word => first.Contains(word, StringComparison.Ordinal));
            Assert.DoesNotContain("Jamie", first, StringComparison.Ordinal);
            Assert.DoesNotMatch(ScoreOfSomebody(), first);
        }

        Assert.DoesNotContain(played.Slack.Messages.In(SlackApp.Channel), message => message.Said.Contains("Jamie", StringComparison.Ordinal));
        foreach (var name in Everybody[..^1])
            Assert.Contains(played.Slack.Messages.In(SlackApp.Channel), message => message.Said.Contains(Prefix(name) + "said", StringComparison.Ordinal));
        // What was typed after the card was submitted is nobody else's, for ever.
        Assert.DoesNotContain(played.Slack.Messages.All, message => message.Said.Contains(Prefix("ana") + "draft", StringComparison.Ordinal));
    }

    private static async Task WriteAllButTheLast(Played played, string more = "")
    {
        foreach (var name in Authors)
            await played.Phone(name).WriteCard(played.Slack, $"{Prefix(name)}said of it. {more}");

        // A card that is in, changed and not submitted again; and one that is half written, by a tap alone.
        foreach (var name in (string[])["ana", "mina"])
        {
            var phone = played.Phone(name);
            if (name == "ana")
                await phone.Press("open_card", await SeatOf(played, name));
            else
                await phone.OpenCard(played.Slack);
            if (SlackApp.Inputs(phone).Count == 0)
                await phone.Press("jump", SlackApp.Jumps(phone)[0], inForm: true);
            var (score, evidence) = SlackFormTests.Blocks(phone);
            (phone.Typed[score], phone.Typed[evidence]) = ("2", Prefix(name) + "draft");
            await phone.Press("score", "2", inForm: true);
        }
    }

    /// <summary>All that somebody can make Slack show them, by what they were given and by what they make up.</summary>
    private static async Task<List<string>> Walk(Played played, string name)
    {
        var (seats, loop) = await played.App.Services.GetRequiredService<Snapshot>().Read(
            async db => (await db.Seats.Select(seat => seat.Id).ToListAsync(), await db.Loops.Select(l => l.Id).SingleAsync()), CancellationToken.None);
        var (phone, seen) = (played.Phone(name), new List<string>());
        await phone.Event($"Ev{name}", new() { ["type"] = "app_home_opened", ["user"] = SlackApp.MemberOf(name), ["tab"] = "home" });
        seen.Add(played.Slack.HomeOf(SlackApp.MemberOf(name))!.ToJsonString());
        foreach (var (action, value) in seats.SelectMany(seat => (string[])["open_card", "cant_make_it"], (seat, action) => (action, seat.ToString()))
            .Concat([("my_card", loop.ToString()), ("go_ahead", loop.ToString()), ("told_private", loop.ToString()), ("open_card", loop.ToString())]))
        {
            await phone.Forge(action, value);
            seen.Add($"{phone.Form?.ToJsonString()}");
            if (action == "open_card" && SlackFormOf(phone) is not null)
                await Leaf(phone, seen);
        }

        await phone.Shortcut();
        seen.Add($"{phone.Form?.ToJsonString()}");
        foreach (var text in (string[])["", "help", "status", "open", "open J.K.", "open peer", "open backend"])
            foreach (var channel in (string[])[phone.Chat, SlackApp.Channel])
            {
                seen.Add((await phone.Command(text, channel)).Body);
                seen.Add($"{phone.Form?.ToJsonString()}");
            }

        return seen;
    }

    // Through every page of the form, and its levels.
    private static async Task Leaf(SlackPhone phone, List<string> seen)
    {
        for (var page = 0; page < 20 && SlackApp.Inputs(phone).Count > 0; page++)
        {
            seen.Add($"{await phone.SendForm()}");
            seen.Add($"{phone.Form?.ToJsonString()}");
        }
    }

    private static string? SlackFormOf(SlackPhone phone) => phone.Form?["submit"] is null ? null : phone.Form["callback_id"]?.GetValue<string>() is "score_page" or "review_page" ? "" : null;

    private static async Task<string> SeatOf(Played played, string name) => (await played.App.Services.GetRequiredService<Snapshot>().Read(
        db => db.Seats.Where(seat => db.People.Any(person => person.Id == seat.PersonId && person.Email.StartsWith(name))).Select(seat => seat.Id).SingleAsync(), CancellationToken.None)).ToString();


    private static bool IsMessage(SlackCall call) => call.Method is "chat.postMessage" or "chat.update";

    private static void NoAnswerIn(IEnumerable<SlackCall> calls)
    {
        var all = calls.ToList();
        Assert.NotEmpty(all);
        Assert.DoesNotContain(all, call => call.Arguments.Values.Any(value => Words().Any(word => value.Contains(word, StringComparison.Ordinal))));
    }

    private static string Prefix(string name) => $"kanarie{name}";

    private static IEnumerable<string> Words() => Everybody[..^1].SelectMany(name => (string[])[Prefix(name) + "said", Prefix(name) + "draft"]);

    [GeneratedRegex("(Rosa Meier|Dana Okafor|Eli Novak|Ana Silva|Bo Lind|Mina Sato) [1-5]|[1-5] [·–] |Strong yes|Strong no|Mixed")]
    private static partial Regex ScoreOfSomebody();
}
