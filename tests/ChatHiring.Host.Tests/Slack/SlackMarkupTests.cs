using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatHiring.Fakes.Slack;
using ChatHiring.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>What people type is never markup: it comes out as typed wherever Slack shows it, and pings nobody.</summary>
public sealed partial class SlackMarkupTests
{
    private const string Evidence = "<!channel> <!here> <@U1> <https://x.example|y> *bold* _it_ ~no~ `code` ```block``` \"quoted\" 'single' :smile: &lt;b&gt; & {\"a\":[1,null]} ${evidence} שלום \u202Eabc 👩🏽‍💻\n> quote\n• bullet";
    private const string Candidate = "<!channel> *Jo* <@U1> & `Kim` :tada: שלום";
    private const string Title = "<!here> _Backend_ <https://x.example|Engineer> & :wave:";
    private const string Person = "<@UANA> *Ana* & `Silva`";
    private const string Reason = "<!everyone> <@U1> *away* & `ill` :smile: {\"a\":1} &lt; until\nMonday";

    [Theory, BothDatabases]
    public async Task Evidence_and_names_come_out_as_typed_in_the_debrief(Engine engine)
    {
        await using var played = await Of(engine);
        foreach (var name in (string[])["rosa", "dana", "dana", "eli", "ana", "bo", "mina"])
            await played.Phone(name).WriteCard(played.Slack, Evidence);
        await played.Slack.Comes(() => played.Slack.Messages.All.Any(message => message.IsBroadcast));

        var debrief = played.Slack.Messages.In(SlackApp.Channel).SelectMany(message => Texts(message.Blocks)).ToList();
        Assert.True(debrief.Count(text => text.Text == Evidence) >= 7 * 4);
        Assert.Contains(debrief, text => text.Text.Contains(Person, StringComparison.Ordinal));
        Assert.Contains(debrief, text => text.Text.Contains(Title, StringComparison.Ordinal));
        Assert.Contains(debrief, text => text.Text.Contains(Candidate, StringComparison.Ordinal));
        NothingIsMarkup(played.Slack);
    }

    [Theory, BothDatabases]
    public async Task It_comes_out_as_typed_in_forms_in_Home_and_in_lists(Engine engine)
    {
        await using var played = await Of(engine);
        var phone = played.Phone("ana");
        await phone.FillCard(played.Slack, Evidence);
        Assert.Contains(Texts(phone.Form!), text => text.Text == Evidence);
        await phone.Press("jump", SlackFormJump(phone), inForm: true);
        Assert.Contains(phone.Form!["blocks"]!.AsArray(), block => block!["element"]?["initial_value"]?.GetValue<string>() == Evidence);

        await phone.Shortcut();
        Assert.Contains(Texts(phone.Form!), text => text.Text.Contains(Title, StringComparison.Ordinal));
        await phone.Event("Ev1", new() { ["type"] = "app_home_opened", ["user"] = "UANA", ["tab"] = "home" });
        Assert.Contains(Texts(played.Slack.HomeOf("UANA")!), text => text.Text.Contains(Title, StringComparison.Ordinal));
        foreach (var text in (string[])["status", "open", "open <!channel>", "<!here>"])
            Inert((await phone.Command(text, phone.Chat)).Json);
        NothingIsMarkup(played.Slack);
    }

    [Theory, BothDatabases]
    public async Task The_reason_of_somebody_who_cant_make_it_comes_out_as_typed(Engine engine)
    {
        await using var played = await Of(engine);
        var (bo, rosa) = (played.Phone("bo"), played.Phone("rosa"));
        await played.Slack.Comes(() => SlackApp.Waiting(played.Slack, bo.Chat) is not null);
        await played.App.BeginsSoon("Bo Lind");
        await played.Slack.Comes(() => played.Slack.Messages.In(bo.Chat).Any(message => message.Said.Contains("cant_make_it", StringComparison.Ordinal)));
        await bo.Press("cant_make_it", SlackApp.Waiting(played.Slack, bo.Chat));
        bo.Typed["reason"] = Reason;
        await bo.SendForm();
        await played.Slack.Comes(() => played.Slack.Messages.In(rosa.Chat).Any(message => Texts(message.Blocks).Any(text => text.Text.Contains(Reason, StringComparison.Ordinal))));
        await rosa.Event("Ev1", new() { ["type"] = "app_home_opened", ["user"] = "UROSA", ["tab"] = "home" });
        Assert.Contains(Texts(played.Slack.HomeOf("UROSA")!), text => text.Text.Contains(Reason, StringComparison.Ordinal));
        NothingIsMarkup(played.Slack);
    }

    [Theory, BothDatabases]
    public async Task The_reason_for_going_ahead_comes_out_as_typed_and_the_reminders_are_inert(Engine engine)
    {
        await using var played = await Of(engine);
        foreach (var name in (string[])["rosa", "dana", "dana", "eli", "bo", "mina"])
            await played.Phone(name).WriteCard(played.Slack, Evidence);
        var services = played.App.Services;
        await services.GetRequiredService<FastForward>().To(services.GetRequiredService<ProductClock>().Now.AddDays(40), CancellationToken.None);
        var rosa = played.Phone("rosa");
        await played.Slack.Comes(() => LoopOf(played, rosa.Chat) is not null);
        await rosa.Press("go_ahead", LoopOf(played, rosa.Chat));
        Assert.Contains(Texts(rosa.Form!), text => text.Text.Contains(Person, StringComparison.Ordinal));
        rosa.Typed["reason"] = Reason;
        await rosa.SendForm();
        Assert.Contains(rosa.Form!["blocks"]!.AsArray(), block => block!["element"]?["initial_value"]?.GetValue<string>() == Reason);
        rosa.Typed["reason"] = Reason;
        await rosa.SendForm();
        await played.Slack.Comes(() => played.Slack.Messages.All.Any(message => message.IsBroadcast));
        NothingIsMarkup(played.Slack);
    }

    private static async Task<Played> Of(Engine engine)
    {
        var database = new TestDatabase(engine);
        await WholeLoop.Into(database, text => text
            .Replace("name: Jamie Kim", $"name: {Quoted(Candidate)}", StringComparison.Ordinal)
            .Replace("title: Backend Engineer", $"title: {Quoted(Title)}", StringComparison.Ordinal)
            .Replace("name: Ana Silva", $"name: {Quoted(Person)}", StringComparison.Ordinal)
            .Replace("candidate-names: initials", "candidate-names: full-name", StringComparison.Ordinal));
        return await Played.On(database);
    }

    private static string Quoted(string text) => JsonValue.Create(text)!.ToJsonString();

    private static string? LoopOf(Played played, string chat) => played.Slack.Messages.In(chat).SelectMany(SlackApp.Buttons)
        .FirstOrDefault(button => button["action_id"]!.GetValue<string>() == "go_ahead")?["value"]!.GetValue<string>();

    private static string SlackFormJump(SlackPhone phone) => SlackApp.Jumps(phone)[0];

    // All that Slack was ever sent: messages with their notifications, forms, Homes.
    private static void NothingIsMarkup(FakeSlack slack)
    {
        foreach (var call in slack.Calls)
        {
            if (call.Method.StartsWith("chat.", StringComparison.Ordinal))
                Assert.DoesNotMatch(Markup(), call["text"]);
            foreach (var json in ((string[])["blocks", "view"]).Where(call.Has))
                Inert(JsonNode.Parse(call[json]));
        }
    }

    private static void Inert(JsonNode? node)
    {
        if (node is JsonObject answer && answer["response_type"] is not null)
            Assert.DoesNotMatch(Markup(), answer["text"]!.GetValue<string>());
        foreach (var (text, owner) in Texts(node))
        {
            // In a rich text a mention, a link or an emoji is an element of its own. The links are of the loop file and of Slack.
            var type = owner["type"]?.GetValue<string>();
            if (type == "link")
                Assert.Matches("^https://(git.example.com/candidates/c-17/working-session|example.slack.com/archives/C0HIRING/p[0-9]+)$", owner["url"]?.GetValue<string>());
            else
                Assert.True(type == "text" || (type == "plain_text" && owner["emoji"]?.GetValue<bool>() == false), $"{type}: {text}");
        }
    }

    private static IEnumerable<(string Text, JsonObject Owner)> Texts(JsonNode? node) => node switch
    {
        JsonObject owner => owner.SelectMany(member => member is { Key: "text", Value: JsonValue text } && owner["response_type"] is null ? [(text.GetValue<string>(), owner)] : Texts(member.Value)),
        JsonArray list => list.SelectMany(Texts),
        _ => [],
    };

    [GeneratedRegex("[<>*_~`]|&(?!(amp|lt|gt);)|:[a-z0-9_+-]+:")]
    private static partial Regex Markup();
}
