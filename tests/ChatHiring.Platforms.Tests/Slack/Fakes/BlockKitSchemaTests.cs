using System.Text.Json.Nodes;
using ChatHiring.Fakes.Slack.BlockKit;
using static ChatHiring.Platforms.Tests.Slack.Fakes.Kit;

namespace ChatHiring.Platforms.Tests.Slack.Fakes;

/// <summary>The shape of Block Kit, as Slack's own types have it.</summary>
public class BlockKitSchemaTests
{
    [Fact]
    public void What_has_slacks_shape_passes()
    {
        Assert.Empty(BlockKitSchema.FaultsOfMessage(Message(Section(), Actions(Button()), Context(2))));
        Assert.Empty(BlockKitSchema.FaultsOfView(Modal(Input(Typed()), Input(Choice("radio_buttons", 2)))));
        Assert.Empty(BlockKitSchema.FaultsOfView(Home(Section())));
    }

    [Fact]
    public void What_has_another_shape_is_found()
    {
        JsonObject[] strange =
        [
            Message(Section().With("colour", "red")), Message(Section().With("block_id", 1)), Message(new JsonObject { ["type"] = "sectoin", ["text"] = Plain("x") }),
            Message(Actions(Button().With("style", "green"))), Message(Section().With("text", "x")), Message(Section()).With("txet", "x"),
            Message(new JsonObject { ["type"] = "rich_text", ["elements"] = new JsonArray(new JsonObject { ["type"] = "rich_text_section", ["elements"] = new JsonArray(new JsonObject { ["type"] = "txt", ["text"] = "x" }) }) }),
        ];
        Assert.All(strange, message => Assert.NotEmpty(BlockKitSchema.FaultsOfMessage(message)));
        JsonObject[] views = [Modal(Section()).With("titel", Plain("x")), Modal(Section()).With("clear_on_close", "true"), Home(Section()).With("submit", Plain("x")), Modal(Input(Typed().With("max_length", "3")))];
        Assert.All(views, view => Assert.NotEmpty(BlockKitSchema.FaultsOfView(view)));
    }
}
