using ChatHiring.Demo;
using ChatHiring.Files;
using ChatHiring.Packs;

namespace ChatHiring.Tests.Demo;

public sealed class DemoFileTests
{
    private static readonly string Text = File.ReadAllText(Repository.File("samples", "demo.yaml"));
    private static readonly PackShelf Packs = PackShelf.Load(Path.GetDirectoryName(Repository.File("packs", "backend-engineer.yaml")) ?? "");

    [Fact]
    public void The_shipped_demo_has_a_card_for_every_seat_of_its_two_loops_and_five_of_them_are_in()
    {
        var (file, faults) = DemoFile.Read(Text, Packs);

        Assert.Empty(faults);
        Assert.Equal((14, 5), (file!.Cards.Count, file.CardsIn.Count()));
        Assert.All(file.Content.Loops, loop => Assert.Equal(
            loop.Interviews.SelectMany(i => i.Panel.Select(person => (i.Stage, person.Email))).Order(),
            file.Cards.Where(card => card.Loop == loop.Id).Select(card => (card.Stage, card.Email)).Order()));
        Assert.Equal(2, file.Cards.Where(card => card.Loop == file.FirstLoop.Id && !card.IsIn).Select(card => card.Email).Distinct().Count());
    }

    [Fact]
    public void Nobody_says_the_same_sentence_twice()
    {
        var said = DemoFile.Read(Text, Packs).File!.Cards.SelectMany(card => card.Answers).Select(answer => answer.Evidence).OfType<string>().ToList();

        Assert.True(said.Count > 50);
        Assert.Equal(said.Count, said.Distinct().Count());
    }

    [Theory]
    [InlineData("        score: 5", "        score: 6§", "'score' of the answer must be a whole number from 1 to 5, not '6'.")]
    [InlineData("      - item: q2", "      - itme: q2§", "The answer has an unknown key 'itme'. Known here: item, score, first-score, not-asked, evidence.")]
    [InlineData("{ item: q11, not-asked: true }", "{ item: q11, not-asked: true, score: 3 }§", "An answer has evidence, and a score unless it is a fact; one that was not asked has neither.")]
    [InlineData("  - loop: demo-loop\n    stage: peer", "  - loop: demo-loop§\n    stage: cross-functional", "'bo@example.com' sits in no 'cross-functional' of the loop 'demo-loop'.")]
    [InlineData("people:", "poeple:§", "The loop file has an unknown key 'poeple'. Known here: people, jobs, loops.")]
    public void A_fault_is_named_with_its_line(string place, string change, string reason)
    {
        var edited = Edited.Of(Text, place, change);
        var (file, faults) = DemoFile.Read(edited.Text, Packs);

        Assert.Null(file);
        Assert.Contains(new FileFault(edited.Line, reason), faults);
    }
}
