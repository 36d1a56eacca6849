using System.Text.Json.Nodes;
using ChatHiring.Debriefs;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>"Open without Ana's card" in Slack: a reason, a second look, and one debrief.</summary>
public sealed class SlackGoAheadTests
{
    private const string Reason = "Ana has moved to another team.";

    [Theory, BothDatabases]
    public async Task The_recruiter_opens_the_debrief_once_with_a_reason_and_a_second_look(Engine engine)
    {
        await using var played = await Played.On(engine);
        var loop = await WaitingFor(played, "Ana Silva");
        var rosa = played.Phone("rosa");

        await rosa.Press("go_ahead", loop);
        Assert.Contains("Ana Silva", Form(rosa), StringComparison.Ordinal);
        Assert.Contains("The debrief opens for the whole panel without Ana Silva's card.", Form(rosa), StringComparison.Ordinal);
        Assert.Equal("Say why, in a sentence that can be read.", (await Send(rosa, "  "))?["errors"]?["reason"]?.GetValue<string>());
        Assert.Contains("This is 501 characters long", (await Send(rosa, new string('x', 501)))?["errors"]?["reason"]?.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("An open debrief cannot be closed again.", Text(await Send(rosa, Reason)), StringComparison.Ordinal);
        Assert.Equal(0, await Debriefs(played));
        Assert.Contains("The debrief is open and on its way", Text(await Send(rosa, Reason)), StringComparison.Ordinal);

        await played.Slack.Comes(() => played.Slack.Messages.All.Any(message => message.IsBroadcast));
        Assert.Single(played.Slack.Messages.All, message => message.IsBroadcast);
        var goAhead = await played.App.Services.GetRequiredService<Snapshot>().Read(db => db.GoAheads.SingleAsync(), CancellationToken.None);
        Assert.Equal(Reason, goAhead.Reason);
        var root = played.Slack.Messages.In(SlackApp.Channel)[0];
        Assert.Contains(Reason, root.Said, StringComparison.Ordinal);
        Assert.DoesNotContain(Reason, root.Blocks[0]!.ToJsonString() + root.Text, StringComparison.Ordinal);
        await played.Slack.Comes(() => Told(played, "bo") && Told(played, "ana"));
        await rosa.Press("go_ahead", loop);
        Assert.Contains("The debrief has been open since", Form(rosa), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_same_dialog_sent_twice_changes_nothing_and_says_so(Engine engine)
    {
        await using var played = await Played.On(engine);
        var loop = await WaitingFor(played, "Ana Silva");
        var (rosa, dana) = (played.Phone("rosa"), played.Phone("dana"));
        foreach (var phone in (SlackPhone[])[rosa, dana])
        {
            await phone.Forge("go_ahead", loop);
            await Send(phone, Reason);
        }

        Assert.Contains("The debrief is open and on its way", Text(await Send(rosa, Reason)), StringComparison.Ordinal);
        var late = Text(await Send(dana, "Ana is away for a month."));

        Assert.Contains("The debrief has been open since", late, StringComparison.Ordinal);
        Assert.Contains("Ana is away for a month.", late, StringComparison.Ordinal);
        Assert.Equal(1, await Debriefs(played));
        var goAhead = await played.App.Services.GetRequiredService<Snapshot>().Read(db => db.GoAheads.SingleAsync(), CancellationToken.None);
        Assert.Equal(Reason, goAhead.Reason);
    }

    [Theory, BothDatabases]
    public async Task Whoever_may_not_open_it_is_told_who_can_and_a_stranger_nothing(Engine engine)
    {
        await using var played = await Played.On(engine);
        var loop = await WaitingFor(played, "Ana Silva");
        var (bo, stranger) = (played.Phone("bo"), played.Phone("zoe"));

        await bo.Forge("go_ahead", loop);
        Assert.Contains("Only Rosa Meier or Dana Okafor can open this.", Form(bo), StringComparison.Ordinal);
        await bo.Forge("go_ahead", Guid.Empty.ToString());
        Assert.Contains("There is nothing for you to open here.", Form(bo), StringComparison.Ordinal);
        await stranger.Forge("go_ahead", loop);
        Assert.DoesNotContain("Rosa", Form(stranger), StringComparison.Ordinal);

        // A dialog that somebody else was shown, sent in their name.
        var rosa = played.Phone("rosa");
        await rosa.Press("go_ahead", loop);
        await Send(rosa, Reason);
        rosa.Typed["reason"] = Reason;
        Assert.Contains("Only Rosa Meier or Dana Okafor can open this.", Text(await bo.SendFormOf(rosa)), StringComparison.Ordinal);
        Assert.Equal(0, await Debriefs(played));
    }

    [Theory, BothDatabases]
    public async Task A_card_that_came_in_meanwhile_makes_them_look_again_and_keeps_the_reason(Engine engine)
    {
        await using var played = await Played.On(engine);
        var loop = await WaitingFor(played, "Ana Silva", "Mina Sato");
        var rosa = played.Phone("rosa");
        await rosa.Press("go_ahead", loop);
        Assert.Contains("Mina Sato", Form(rosa), StringComparison.Ordinal);
        await Send(rosa, "Both have left.");

        await (await played.App.As("Mina Sato")).WriteCard("Cross-functional", "late");
        Assert.Contains("have changed meanwhile. Look again.", Text(await Send(rosa, "Both have left.")), StringComparison.Ordinal);
        Assert.DoesNotContain("Mina Sato", Form(rosa), StringComparison.Ordinal);
        Assert.Contains("Both have left.", Form(rosa), StringComparison.Ordinal);
        Assert.Equal(0, await Debriefs(played));

        await (await played.App.As("Ana Silva")).WriteCard("Peer", "late");
        Assert.Contains("The debrief has been open since", Text(await Send(rosa, Reason)), StringComparison.Ordinal);
        Assert.Equal(1, await Debriefs(played));
    }

    /// <summary>Every card in but those of some, whose seats are closed by now. What leads to the dialog is in the recruiter's chat and Home.</summary>
    private static async Task<string> WaitingFor(Played played, params string[] missing)
    {
        foreach (var (name, stage) in Panel.Seats.Where(seat => !missing.Contains(seat.Name)))
            await (await played.App.As(name)).WriteCard(stage, "zaunkoenig");
        var services = played.App.Services;
        await services.GetRequiredService<FastForward>().To(services.GetRequiredService<ProductClock>().Now.AddDays(40), CancellationToken.None);
        var rosa = played.Phone("rosa");
        await played.Slack.Comes(() => played.Slack.Messages.In(rosa.Chat).Any(message => LoopOf(message.Blocks) is not null));
        await rosa.Event("Ev1", new JsonObject { ["type"] = "app_home_opened", ["user"] = "UROSA", ["tab"] = "home" });
        return LoopOf(played.Slack.HomeOf("UROSA")!["blocks"]!) ?? throw new InvalidOperationException("Home does not lead to the dialog.");
    }

    private static string? LoopOf(JsonNode shown) => shown.AsArray().SelectMany(block => block!["elements"]?.AsArray() ?? [])
        .FirstOrDefault(element => element!["action_id"]?.GetValue<string>() == "go_ahead")?["value"]?.GetValue<string>();

    private static Task<JsonObject?> Send(SlackPhone phone, string reason)
    {
        phone.Typed["reason"] = reason;
        return phone.SendForm();
    }

    private static bool Told(Played played, string name) =>
        played.Slack.Messages.In(played.Phone(name).Chat).Any(message => message.Said.Contains(Reason, StringComparison.Ordinal));

    private static Task<int> Debriefs(Played played) =>
        played.App.Services.GetRequiredService<Snapshot>().Read(db => db.Debriefs.CountAsync(), CancellationToken.None);

    private static string Form(SlackPhone phone) => Text(phone.Form);

    private static string Text(JsonNode? json) => System.Text.RegularExpressions.Regex.Unescape(json?.ToJsonString() ?? "");
}
