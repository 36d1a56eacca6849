using ChatHiring.Tests;

namespace ChatHiring.Platforms.Tests.Teams.Cards;

/// <summary>What each card is, byte for byte. <c>CHATHIRING_WRITE_GOLDENS=1</c> writes them anew: read the difference before you keep it.</summary>
public class GoldenTests
{
    private static readonly string _folder = Repository.File("tests", "ChatHiring.Platforms.Tests", "Teams", "Cards", "Goldens");

    public static TheoryData<string> Names { get; } = [.. Shown.All().Select(shown => shown.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_card_is_what_it_was(string name)
    {
        var path = Path.Combine(_folder, $"{name}.json");
        var shown = Shown.Text(Shown.All().Single(shown => shown.Name == name).Json);
        if (Environment.GetEnvironmentVariable("CHATHIRING_WRITE_GOLDENS") == "1")
            File.WriteAllText(path, shown);

        Assert.Equal(File.ReadAllText(path), shown);
    }

    [Fact]
    public void No_golden_is_left_over() =>
        Assert.Equal(Shown.All().Select(shown => shown.Name).Order(), Directory.EnumerateFiles(_folder).Select(Path.GetFileNameWithoutExtension).Order());

    [Fact]
    public void Every_message_is_one_that_teams_takes() => Assert.All(Shown.Messages(), shown => Assert.Empty(Elements.FaultsOfMessage(shown.Message.Card)));

    [Fact]
    public void Every_dialog_is_one_that_teams_takes() => Assert.All(Shown.Dialogs(), shown =>
    {
        Assert.Empty(Elements.Faults(shown.Dialog.Card));
        // A dialog's buttons submit it; Teams executes nothing there.
        Assert.Empty(Elements.Of(shown.Dialog.Card, "Action.Execute"));
    });

    [Fact]
    public void A_form_on_a_message_executes_its_buttons() => Assert.All(Shown.OnMessages(), shown =>
    {
        Assert.Empty(Elements.Faults(shown.Dialog.Card));
        Assert.NotEmpty(Elements.Of(shown.Dialog.Card, "Action.Execute"));
        Assert.Empty(Elements.Of(shown.Dialog.Card, "Action.Submit"));
    });
}
