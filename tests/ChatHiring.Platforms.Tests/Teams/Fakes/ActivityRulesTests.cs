using System.Text.Json.Nodes;
using ChatHiring.Fakes.Teams.Cards;
using static ChatHiring.Platforms.Tests.Teams.Fakes.CardKit;
using static ChatHiring.Platforms.Tests.Teams.Fakes.TeamsCaller;

namespace ChatHiring.Platforms.Tests.Teams.Fakes;

/// <summary>What a bot sends though it must not: Teams takes most of it, and the fake tells of it.</summary>
public class ActivityRulesTests
{
    public static TheoryData<string, string> Sent => new()
    {
        { "text beside a card", Posted(Card(Text())).With("text", "Hello.").ToJsonString() },
        { "two attachments", Posted(Card(Text())).With("attachments", new JsonArray(Attached(Card(Text())), Attached(Card(Text())))).ToJsonString() },
        { "a card without a summary", Posted(Card(Text())).Without("summary").ToJsonString() },
        { "a card with an empty summary", Posted(Card(Text())).With("summary", " ").ToJsonString() },
        { "neither text nor a card", """{"type":"message"}""" },
        { "an activity of type event", """{"type":"event","text":"x"}""" },
        { "unknown member loud", Said("x").With("loud", true).ToJsonString() },
        { "a mention that the text has not", Said("x").With("entities", new JsonArray(new JsonObject { ["type"] = "mention", ["text"] = "<at>Ana</at>" })).ToJsonString() },
        { "an attachment of type", Said("").With("summary", "x").With("attachments", new JsonArray(new JsonObject { ["contentType"] = "image/png" })).ToJsonString() },
        { "must declare 1.5", Posted(Card(Text()).With("version", "1.6")).ToJsonString() },
    };

    [Theory]
    [MemberData(nameof(Sent))]
    public async Task It_is_taken_and_recorded(string says, string activity)
    {
        await using var caller = await TeamsCaller.Start();
        Assert.Equal("201", (await caller.Post(Activities(await caller.Chat(Ana)), JsonNode.Parse(activity)!)).Status);
        Assert.Equal((1, 0), (caller.Teams.Forgive(says), caller.Teams.Wrong.Count));
    }

    [Fact]
    public async Task Two_messages_in_one_get_no_id_and_cannot_be_a_change_or_a_new_thread()
    {
        await using var caller = await TeamsCaller.Start();
        var (chat, both) = (await caller.Chat(Ana), Posted(Card(Text())).With("text", "Hello."));
        Assert.Null((await caller.Post(Activities(chat), both.DeepClone())).Body!["id"]);
        var id = (await caller.Post(Activities(chat), Said("One."))).Body!["id"]!.GetValue<string>();
        Assert.Equal("400 BadSyntax", (await caller.Call(HttpMethod.Put, Activity(chat, id), both.DeepClone())).Status);
        Assert.Equal("400 BadSyntax", (await caller.Post("conversations", NewThread(Team, both.DeepClone()))).Status);
        Assert.Equal((2, 1), (caller.Teams.Forgive("text beside a card"), caller.Teams.Forgive("multiple skype activities")));
    }

    [Fact]
    public async Task More_than_forty_thousand_characters_are_refused_and_recorded()
    {
        await using var caller = await TeamsCaller.Start();
        var chat = await caller.Chat(Ana);
        var room = 40 * 1024 - Said("").ToJsonString().Length;
        Assert.Equal("201", (await caller.Post(Activities(chat), Said(new string('x', room)))).Status);
        Assert.Equal("413 MessageSizeTooBig", (await caller.Post(Activities(chat), Said(new string('x', room + 1)))).Status);
        Assert.Equal(1, caller.Teams.Forgive("40961 characters"));
    }

    [Fact]
    public async Task An_activity_in_a_new_chat_has_no_id()
    {
        await using var caller = await TeamsCaller.Start();
        Assert.Null((await caller.Post("conversations", NewChat(Ana).With("activity", Said("Hello.")))).Body!["activityId"]);
        Assert.Equal(1, caller.Teams.Forgive("whose id does not come back"));
    }

    public static TheoryData<string, string> Cards => new()
    {
        { "/version", Card().With("version", "1.6").ToJsonString() },
        { "/type", Card().With("type", "Card").ToJsonString() },
        { "/style", Card().With("style", "x").ToJsonString() },
        { "/body/0", Card(new JsonObject { ["type"] = "TextBlok" }).ToJsonString() },
        { "/body/0", Card(new JsonObject { ["type"] = "Column" }).ToJsonString() },
        { "/body/0/wraps", Card(Text().With("wraps", true)).ToJsonString() },
        { "/body/0", Card(Text("")).ToJsonString() },
        { "/body/0/size", Card(Text().With("size", "huge")).ToJsonString() },
        { "/body/0/items/0", Card(Holder("Container", "items", new JsonObject { ["type"] = "Carousel" })).ToJsonString() },
        { "/body/0/columns/0/items/0", Card(Holder("ColumnSet", "columns", Holder("Column", "items", new JsonObject { ["type"] = "X" }))).ToJsonString() },
        { "/body/0/rows/0/cells/0/items/0", Card(Holder("Table", "rows", Holder("TableRow", "cells", Holder("TableCell", "items", new JsonObject { ["type"] = "X" })))).ToJsonString() },
        { "/body/0", Card(Typed("")).ToJsonString() },
        { "/body/0", Card(Typed("a").Without("label")).ToJsonString() },
        { "/body/0", Card(Typed("a").With("isRequired", true)).ToJsonString() },
        { "/", Card(Typed("a"), Holder("Container", "items", Typed("a"))).ToJsonString() },
        { "/body/0", Card(Choice("a")).ToJsonString() },
        { "/body/0/choices/0/value", Card(Choice("a", "1,2")).ToJsonString() },
        { "/body/0/choices", Card(Choice("a", "1", "1")).ToJsonString() },
        { "/body/0/value", Card(Choice("a", "1").With("value", "2")).ToJsonString() },
        { "/body/0/style", Card(Choice("a", "1").With("style", "loud")).ToJsonString() },
        { "/actions", Card().With("actions", Many(7)).ToJsonString() },
        { "/body/0/actions", Card(new JsonObject { ["type"] = "ActionSet", ["actions"] = Many(7) }).ToJsonString() },
        { "/body/0/actions/0", Card(Actions(new JsonObject { ["type"] = "Action.Shout" })).ToJsonString() },
        { "/body/0/actions/0", Card(Actions(Submit(""))).ToJsonString() },
        { "/body/0/actions/0/url", Card(Actions(new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = "x", ["url"] = "x" })).ToJsonString() },
        { "/body/0/actions/0/data/msteams/type", Card(Actions(Submit("x", new() { ["msteams"] = new JsonObject { ["type"] = "x" } }))).ToJsonString() },
        { "/body/0/actions/0/fallback", Card(Actions(Execute("x", "x").With("fallback", new JsonObject { ["type"] = "x" }))).ToJsonString() },
        { "/refresh/userIds", Card().With("refresh", new JsonObject { ["action"] = Execute("x", "x"), ["userIds"] = new JsonArray(Ana) }).ToJsonString() },
        { "/refresh/userIds", Card().With("refresh", new JsonObject { ["action"] = Execute("x", "x"), ["userIds"] = new JsonArray([.. Enumerable.Range(0, 61).Select(at => JsonValue.Create($"29:{at}"))]) }).ToJsonString() },
    };

    [Theory]
    [MemberData(nameof(Cards))]
    public void A_card_that_is_not_right_is_named_with_its_place(string place, string card)
    {
        var fault = Assert.Single(AdaptiveRules.Of(JsonNode.Parse(card)));
        Assert.Equal(place, fault.Place.Length == 0 ? "/" : fault.Place);
    }

    [Fact]
    public void A_card_with_all_that_teams_knows_passes()
    {
        var card = Card(
            Text(), Typed("a"), Choice("b", "1", "2").With("value", "2"), Holder("ColumnSet", "columns", Holder("Column", "items", Text())),
            Holder("Table", "rows", Holder("TableRow", "cells", Holder("TableCell", "items", Text()))).With("columns", new JsonArray(new JsonObject { ["width"] = 1 })),
            Actions(Execute("Save", "save").With("fallback", Submit("Save")), Fetch("Open"))).With("actions", Many(6)).With("msteams", new JsonObject { ["width"] = "Full" });
        Assert.Empty(AdaptiveRules.Of(card));
        Assert.Equal(["/body/5/actions/0", "/body/5/actions/1"], AdaptiveRules.Of(card, inDialog: true).Select(fault => fault.Place.Replace("/data/msteams", "", StringComparison.Ordinal)));
    }

    private static JsonArray Many(int count) => new([.. Enumerable.Range(0, count).Select(at => Submit($"{at}"))]);

    private static JsonObject Holder(string type, string list, JsonNode child) => new() { ["type"] = type, [list] = new JsonArray(child) };
}
