using ChatHiring.Scorecards;
using CsCheck;

namespace ChatHiring.Tests.Scorecards;

public class ScoreTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void One_to_five_are_scores(int number) => Assert.Equal(number, Score.Of(number)?.Number);

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(-1)]
    [InlineData(257)] // 1 in a byte
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void Other_numbers_are_not(int number) => Assert.Null(Score.Of(number));

    [Theory]
    [InlineData("0")]
    [InlineData("6")]
    [InlineData("3.5")]
    [InlineData("3.0")]
    [InlineData("3,0")]
    [InlineData("five")]
    [InlineData(" 3")]
    [InlineData("3\n")]
    [InlineData("+3")]
    [InlineData("-3")]
    [InlineData("03")]
    [InlineData("33")]
    [InlineData("3e0")]
    [InlineData("٣")]
    [InlineData("³")]
    [InlineData("\uFF13")]
    [InlineData("NOT-ASKED")]
    [InlineData("not asked")]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData(null)]
    public void Other_words_are_not_read(string? text) => Assert.Null(Score.Read(text));

    [Fact]
    public void Not_asked_is_the_default_and_holds_no_number()
    {
        Assert.Equal(default, Score.NotAsked);
        Assert.Equal(Score.NotAsked, Score.Read("not-asked"));
        Assert.False(Score.NotAsked.WasAsked);
        Assert.Null(Score.NotAsked.Number);
    }

    [Fact]
    public void What_is_written_is_read_back() =>
        Gen.Int[1, 5].Holds(number => Score.Read(Score.Of(number).ToString()) == Score.Of(number));

    [Fact]
    public void Whatever_is_read_is_one_to_five_or_not_asked() =>
        Gen.String.Holds(text => Score.Read(text) is not { } score || score.Number is null or (>= 1 and <= 5));

    [Fact]
    public void Nothing_but_its_own_methods_makes_a_score() => Assert.Empty(typeof(Score).GetConstructors());
}
