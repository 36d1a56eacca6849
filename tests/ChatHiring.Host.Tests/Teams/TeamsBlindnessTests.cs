using System.Text.Json.Nodes;
using ChatHiring.Fakes.Teams;
using ChatHiring.Tests;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Host.Tests.Teams;

/// <summary>Every author types words that nobody else types; before the reveal no message holds one, nor anything that is answered to somebody else.</summary>
public sealed class TeamsBlindnessTests
{
    private static readonly string[] Authors = ["rosa", "dana", "dana", "eli", "ana", "bo"];
    private static readonly string[] Everybody = ["rosa", "dana", "eli", "ana", "bo", "mina", "zoe"];
    private static readonly string[] Writing = ["create", "send", "reply", "update"];
    private static readonly string[] ScoresInWords = ["Strong yes", "Strong no", "4 · Yes", "Saved so far"];

    [Theory, BothDatabases]
    public async Task Before_the_reveal_no_message_holds_an_answer_and_nobody_is_answered_with_anothers(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine, before: teams => teams.Tenant.Add(new FakePerson(Zoe, "zoe", "zoe@example.com")));
        await WriteAllButTheLast(played);
        var shown = new Dictionary<string, List<string>>();
        foreach (var name in Everybody)
            shown[name] = await Walk(played, name);

        foreach (var (name, seen) in shown)
        {
            Assert.True(seen.Count > 100, $"{name} was answered only {seen.Count} things.");
            foreach (var word in Words().Where(word => !word.StartsWith(Prefix(name), StringComparison.Ordinal)))
                Assert.DoesNotContain(seen, text => text.Contains(word, StringComparison.Ordinal));
        }

        // They do find their own.
        Assert.Contains(shown["mina"], text => text.Contains(Prefix("mina") + "draft", StringComparison.Ordinal));
        Assert.Contains(shown["ana"], text => text.Contains(Prefix("ana") + "draft", StringComparison.Ordinal));
        var sent = played.Teams.Calls.Where(call => Writing.Contains(call.Operation)).Select(call => TeamsWords.In(call.Json)).ToList();
        Assert.True(sent.Count > 20);
        Assert.DoesNotContain(sent, text => Words().Concat(ScoresInWords).Any(word => text.Contains(word, StringComparison.Ordinal)));
        Assert.DoesNotContain(played.App.Logged, line => Words().Any(word => line.Contains(word, StringComparison.Ordinal)));
    }

    [Theory, BothDatabases]
    public async Task After_it_no_notification_and_no_first_element_holds_a_score_evidence_or_the_candidates_name(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        await WriteAllButTheLast(played, new string('x', 2600));
        var mina = played.Phone("mina");
        await mina.WriteCard(Prefix("mina") + "said " + new string('x', 2600));
        await played.DeliverUntil(Delivery.PostState.Delivered, Delivery.PostKind.Debrief);

        var channel = played.Teams.Messages.In(TeamsApp.Channel);
        Assert.True(channel.Count > 3);
        foreach (var message in played.Teams.Messages.All.Where(message => message.IsBots))
        {
            var first = message.Summary + TeamsWords.In(message.Card?["fallbackText"]) + (message.Place == TeamsApp.Channel ? TeamsWords.In(message.Card!["body"]![0]) : "");
            Assert.DoesNotContain(Words().Concat(ScoresInWords), word => first.Contains(word, StringComparison.Ordinal));
            Assert.DoesNotContain("Jamie", first, StringComparison.Ordinal);
        }

        foreach (var name in Everybody[..^1])
            Assert.Contains(channel, message => message.Said.Contains(Prefix(name) + "said", StringComparison.Ordinal));
        // What was typed after the card was submitted is nobody else's, for ever.
        Assert.DoesNotContain(played.Teams.Messages.All, message => message.Said.Contains(Prefix("ana") + "draft", StringComparison.Ordinal));
    }

    private static string Zoe => "0000000f-0000-0000-0000-000000000000";

    private static async Task WriteAllButTheLast(TeamsPlayed played, string more = "")
    {
        foreach (var name in Authors)
            await played.Phone(name).WriteCard($"{Prefix(name)}said of it. {more}");

        // A card that is in, changed and not submitted again; and one that is half written.
        var (ana, mina) = (played.Phone("ana"), played.Phone("mina"));
        await ana.Press(played.Teams.Messages.In(ana.Chat).First(message => message.Said.Contains("Card in, ", StringComparison.Ordinal)), "See or change");
        await ana.PressInDialog("Change");
        await ana.PressInDialog("Save and close", TeamsWords.Answers(ana.Device.Dialog.Card, Prefix("ana") + "draft", "2"));
        await played.Teams.Comes(() => mina.Waiting is not null);
        await mina.Press(mina.Waiting!, "Score here");
        await mina.Press(mina.Waiting!, "close", TeamsWords.Answers(mina.Device.CardOf(mina.Waiting!), Prefix("mina") + "draft", "5"));
    }

    /// <summary>All that somebody can make the bot answer, by what they were given and by what they make up.</summary>
    private static async Task<List<string>> Walk(TeamsPlayed played, string name)
    {
        var (seats, loop) = await played.Stored(async db => (await db.Seats.Select(seat => seat.Id.Value).ToListAsync(), (await db.Loops.Select(l => l.Id).SingleAsync()).Value));
        var phone = played.Phone(name, new FakeDevice(played.Teams, name == "zoe" ? Zoe : TeamsApp.AadOf(name)));
        List<string> seen = [];
        foreach (var data in Asked(seats, loop))
        {
            seen.Add(Read(await phone.Sends.Post(phone.Payloads.Invoked("task/fetch", Data(data)))));
            seen.Add(Read(await phone.Sends.Post(phone.Payloads.Submitted(data))));
            seen.Add(Read(await phone.Sends.Post(phone.Payloads.Invoked("adaptiveCard/action", new() { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = data["act"]!.DeepClone(), ["data"] = data.DeepClone() } }))));
            if (data["state"] is null)
            {
                var pressed = phone.Payloads.Said("");
                pressed["value"] = data.DeepClone();
                seen.Add(Read(await phone.Sends.Post(pressed)));
            }
        }

        foreach (var text in (string[])["", "help", "status", "open", "open J.K.", "open peer", "open backend"])
        {
            seen.Add(Read(await phone.Sends.Post(phone.Payloads.Said(text))));
            seen.Add(Read(await phone.Sends.Post(phone.Payloads.Mentioned(TeamsApp.Channel, text))));
        }

        seen.AddRange(played.Teams.Messages.In(phone.Chat).Where(message => message.IsBots).Select(message => TeamsWords.In(message.Activity)));
        return seen;
    }

    private static IEnumerable<JsonObject> Asked(IReadOnlyList<Guid> seats, Guid loop)
    {
        foreach (var act in (string[])["open_card", "score_here", "told_private"])
            foreach (var id in seats.Append(loop))
                yield return new() { ["act"] = act, ["seat"] = id.ToString() };
        foreach (var act in (string[])["my_card", "go_ahead"])
            yield return new() { ["act"] = act, ["loop"] = loop.ToString() };
        // A form that somebody else was shown, made up: every page of it, and every way on.
        foreach (var (seat, page) in seats.SelectMany(seat => Enumerable.Range(0, 4), (seat, page) => (seat, page)))
            foreach (var act in (string[])["next", "jump", "back"])
                yield return new() { ["act"] = act, ["item"] = "overall", ["state"] = $$"""{"Seat":"{{seat}}","Page":{{page}},"Form":"{{Guid.Empty}}","Seen":{} }""" };
    }

    private static JsonObject Data(JsonObject data) => new() { ["data"] = data.DeepClone(), ["context"] = new JsonObject { ["theme"] = "default" } };

    private static string Read(TeamsAck ack) => ack.Body.Length == 0 ? "" : TeamsWords.In(JsonNode.Parse(ack.Body));

    private static string Prefix(string name) => $"kanarie{name}";

    private static IEnumerable<string> Words() => Everybody[..^1].SelectMany(name => (string[])[Prefix(name) + "said", Prefix(name) + "draft"]);
}
