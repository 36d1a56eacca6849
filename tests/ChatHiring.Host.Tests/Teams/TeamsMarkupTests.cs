using System.Text.Json.Nodes;
using ChatHiring.Delivery;
using ChatHiring.Fakes.Teams;
using ChatHiring.Tests;
using ChatHiring.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests.Teams;

/// <summary>What people type is never markup: it comes out as typed wherever Teams shows it, mentions nobody and fills in nothing.</summary>
public sealed class TeamsMarkupTests
{
    private const string Evidence = "<at>all</at> **bold** _it_ ~no~ `code` [x](https://x.example) <b>h</b> &lt; & ${evidence} ${$root.state} $data {\"$when\":false,\"a\":[1,null]} {{DATE(2026-01-01T00:00:00Z,SHORT)}} שלום 👩🏽‍💻\n# head\n- bullet\n1. one";
    private const string Candidate = "<at>Jo</at> **Kim** ${title} שלום";
    private const string Title = "_Backend_ [Engineer](https://x.example) $data & <b>";
    private const string Person = "<at>Ana</at> *Silva* ${name} {{TIME(2026-01-01T00:00:00Z)}}";
    private const string Reason = "<at>everyone</at> **away** ${reason} {\"a\":1} [y](https://x.example) until Monday שלום";

    [Theory, BothDatabases]
    public async Task Evidence_and_names_come_out_as_typed_in_dialogs_lists_and_the_debrief(Engine engine)
    {
        await using var played = await Of(engine);
        foreach (var name in (string[])["rosa", "dana", "dana", "eli", "ana", "bo", "mina"])
        {
            var phone = played.Phone(name);
            await phone.WriteCard(Evidence);
            // Once all cards are in there is nothing to change.
            if (played.Teams.Messages.In(phone.Chat).FirstOrDefault(message => message.Said.Contains("See or change", StringComparison.Ordinal)) is { } receipt && name != "mina")
            {
                await phone.Press(receipt, "See or change");
                Inert(phone.Device.Dialog.Card);
            }

            foreach (var text in (string[])["status", "open", "open <at>all</at>", "${x}"])
                await phone.Play(phone.Payloads.Said(text));
        }

        await played.DeliverUntil(PostState.Delivered, PostKind.Debrief);
        var debrief = played.Teams.Messages.In(TeamsApp.Channel).SelectMany(message => Runs(message.Card)).ToList();
        Assert.True(debrief.Count(text => Same(text, Evidence)) >= 7 * 3, $"{debrief.Count(text => Same(text, Evidence))} of {debrief.Count}");
        Assert.Contains(debrief, text => text.Contains("<at>Ana</at> *Silva* ${name}", StringComparison.Ordinal));
        Assert.Contains(debrief, text => text.Contains(Candidate, StringComparison.Ordinal));
        NothingIsMarkup(played.Teams);
    }

    [Theory, BothDatabases]
    public async Task Evidence_stands_in_its_field_as_typed(Engine engine)
    {
        await using var played = await Of(engine);
        var ana = played.Phone("ana");
        await played.Teams.Comes(() => ana.Waiting is not null);
        await ana.Press(ana.Waiting!, "Notes and score");
        await ana.PressInDialog("Next", TeamsWords.Answers(ana.Device.Dialog.Card, Evidence));
        await ana.PressInDialog("Back");
        Assert.Contains(TeamsWords.Parts(ana.Device.Dialog.Card), part => TeamsWords.Text(part, "type") == "Input.Text" && TeamsWords.Text(part, "value") == Evidence);
        Inert(ana.Device.Dialog.Card);
    }

    [Theory, BothDatabases]
    public async Task The_reason_of_somebody_who_cant_make_it_comes_out_as_typed(Engine engine)
    {
        await using var played = await Of(engine);
        var (bo, rosa) = (played.Phone("bo"), played.Phone("rosa"));
        await played.Teams.Comes(() => bo.Waiting is not null);
        await played.App.BeginsSoon("Bo Lind");
        await played.Teams.Comes(() => bo.Waiting?.Said.Contains("cant_make_it", StringComparison.Ordinal) == true);
        await bo.Press(bo.Waiting!, "I can't make it");
        await bo.PressInDialog("I can't make it", new Dictionary<string, string?> { ["reason"] = Reason });
        await played.Teams.Comes(() => played.Teams.Messages.In(rosa.Chat).Any(message => Runs(message.Card).Any(text => text.Contains(Reason, StringComparison.Ordinal))));
        NothingIsMarkup(played.Teams);
    }

    [Theory, BothDatabases]
    public async Task The_reason_for_going_ahead_comes_out_as_typed_and_the_reminders_are_inert(Engine engine)
    {
        await using var played = await Of(engine);
        foreach (var name in (string[])["rosa", "dana", "dana", "eli", "bo", "mina"])
            await played.Phone(name).WriteCard(Evidence);
        var services = played.App.Services;
        await services.GetRequiredService<FastForward>().To(services.GetRequiredService<ProductClock>().Now.AddDays(40), CancellationToken.None);
        var rosa = played.Phone("rosa");
        await played.Teams.Comes(() => Asks(played, rosa.Chat) is not null);
        var asks = Asks(played, rosa.Chat)!;
        await rosa.Press(asks, Button(asks));
        Assert.Contains(Runs(rosa.Device.Dialog.Card), text => text.Contains("<at>Ana</at> *Silva* ${name}", StringComparison.Ordinal));
        await rosa.PressInDialog("Continue", new Dictionary<string, string?> { ["reason"] = Reason });
        Assert.Contains(TeamsWords.Parts(rosa.Device.Dialog.Card), part => TeamsWords.Text(part, "value") == Reason || Same(TeamsWords.Text(part, "text") ?? "", Reason));
        Inert(rosa.Device.Dialog.Card);
        await rosa.PressInDialog("Open the debrief", new Dictionary<string, string?> { ["reason"] = Reason });
        await played.DeliverUntil(PostState.Delivered, PostKind.Debrief);
        NothingIsMarkup(played.Teams);
    }

    private static TeamsMessage? Asks(TeamsPlayed played, string chat) => played.Teams.Messages.In(chat).FirstOrDefault(message => message.Said.Contains("\"go_ahead\"", StringComparison.Ordinal));

    private static string Button(TeamsMessage message) => TeamsWords.Text(TeamsWords.Parts(message.Card).First(part => part["data"]?["act"]?.GetValue<string>() == "go_ahead"), "title")!;

    private static async Task<TeamsPlayed> Of(Engine engine)
    {
        var database = new TestDatabase(engine);
        await WholeLoop.Into(database, text => text
            .Replace("name: Jamie Kim", $"name: {Quoted(Candidate)}", StringComparison.Ordinal)
            .Replace("title: Backend Engineer", $"title: {Quoted(Title)}", StringComparison.Ordinal)
            .Replace("name: Ana Silva", $"name: {Quoted(Person)}", StringComparison.Ordinal)
            .Replace("candidate-names: initials", "candidate-names: full-name", StringComparison.Ordinal));
        return await TeamsPlayed.On(database);
    }

    private static string Quoted(string text) => JsonValue.Create(text)!.ToJsonString();

    private static IEnumerable<string> Runs(JsonNode? card) => TeamsWords.Parts(card).Where(part => TeamsWords.Text(part, "type") == "TextRun").Select(part => TeamsWords.Text(part, "text") ?? "");

    // An invisible joiner keeps a client from reading a date.
    private static bool Same(string shown, string typed) => shown.Replace("\u2060", "", StringComparison.Ordinal) == typed;

    private static void NothingIsMarkup(FakeTeams teams)
    {
        Assert.Empty(teams.Wrong);
        foreach (var message in teams.Messages.All.Where(message => message.IsBots))
        {
            Assert.Null(message.Activity["entities"]);
            Assert.Null(message.Activity["text"]);
            Inert(message.Card);
        }
    }

    // A text block and the title of a choice read Markdown, and every text a date.
    private static void Inert(JsonNode? card)
    {
        Assert.NotNull(card);
        foreach (var part in TeamsWords.Parts(card))
        {
            var read = TeamsWords.Text(part, "type") switch { "TextBlock" => TeamsWords.Text(part, "text"), null when part["value"] is not null => TeamsWords.Text(part, "title"), _ => null } ?? "";
            Assert.DoesNotContain("**", read, StringComparison.Ordinal);
            Assert.DoesNotContain("](", read, StringComparison.Ordinal);
            Assert.DoesNotContain("<at>", read, StringComparison.Ordinal);
            var shown = TeamsWords.Text(part, "type") is "TextBlock" or "TextRun" ? TeamsWords.Text(part, "text") ?? "" : "";
            Assert.DoesNotContain("{{DATE(", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("{{TIME(", shown, StringComparison.Ordinal);
        }
    }
}
