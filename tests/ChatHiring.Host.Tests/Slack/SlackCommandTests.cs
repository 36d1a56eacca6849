using ChatHiring.Fakes.Slack;

namespace ChatHiring.Host.Tests.Slack;

/// <summary><c>/interview</c>, typed in Slack.</summary>
public sealed class SlackCommandTests
{
    [Theory, BothDatabases]
    public async Task A_card_is_opened_from_the_list_that_a_command_answers_in_ones_own_chat(Engine engine)
    {
        await using var played = await Played.On(engine);
        var phone = played.Phone("rosa");
        await Lists(played, phone);
        var list = played.Slack.Messages.In(phone.Chat).Last(message => message.OnlyFor == "UROSA");
        var seat = SlackApp.Buttons(list).First(button => button["action_id"]!.GetValue<string>() == "open_card")["value"]!.GetValue<string>();
        await phone.Press("open_card", seat);
        Assert.NotEmpty(SlackApp.Inputs(phone));
    }

    [Theory, BothDatabases]
    public async Task In_the_hiring_channel_a_command_names_nobody_and_opens_the_list(Engine engine)
    {
        await using var played = await Played.On(engine);
        var phone = played.Phone("rosa");
        await Lists(played, phone);
        var ack = await phone.Command("status", SlackApp.Channel);
        Assert.DoesNotContain("J.K.", ack.Body, StringComparison.Ordinal);
        Assert.Equal("", (await phone.Command("open", SlackApp.Channel)).Body);
        Assert.NotNull(phone.Form);
        Assert.Null(played.Phone("rosa").Form);
    }

    [Theory, BothDatabases]
    public async Task In_a_chat_with_a_colleague_a_command_names_nobody(Engine engine)
    {
        await using var played = await Played.On(engine);
        var phone = played.Phone("rosa");
        await Lists(played, phone);

        foreach (var text in (string[])["status", "open"])
            Assert.DoesNotContain("J.K.", (await phone.Command(text, "D0ROSABO")).Body, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Whose_cards_are_owed_is_said_in_ones_own_chat_alone(Engine engine)
    {
        await using var played = await Played.On(engine);
        var phone = played.Phone("rosa");
        await Lists(played, phone);

        Assert.Contains("Owed to you by ", (await phone.Command("status", phone.Chat)).Body, StringComparison.Ordinal);
        Assert.Contains("Eli Novak (J.K.", (await phone.Command("status", phone.Chat)).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Eli Novak", (await phone.Command("status", SlackApp.Channel)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_loop_is_set_up_on_the_web_and_the_command_leads_there()
    {
        await using var played = await Played.On(Engine.Sqlite);
        var said = (await played.Phone("rosa").Command("new", SlackApp.Channel)).Body;

        Assert.Contains("A loop is set up on the web:", said, StringComparison.Ordinal);
        Assert.Contains("/loops/new", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("")]
    [InlineData("dance")]
    public async Task Whatever_is_typed_is_answered_in_words(string text)
    {
        await using var played = await Played.On(Engine.Sqlite);
        var phone = played.Phone("rosa");
        await phone.Command(text, SlackApp.Channel);
        Assert.NotEmpty(Assert.Single(played.Slack.Messages.All, message => message.OnlyFor == "UROSA").Text);
    }

    // A card is listed once its delivery is stored, which is a moment after it is seen in the chat.
    private static async Task Lists(Played played, SlackPhone phone)
    {
        await played.Slack.Comes(() => SlackApp.Waiting(played.Slack, phone.Chat) is not null);
        for (var look = 0; look < 400 && !(await phone.Command("status", phone.Chat)).Body.Contains("open_card", StringComparison.Ordinal); look++)
            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System);
    }
}
