using ChatHiring.Scorecards;
using CsCheck;

namespace ChatHiring.Tests.Scorecards;

public class EvidenceTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("  a b\t", "a b")]
    [InlineData("a\r\nb\rc\nd", "a\nb\nc\nd")]
    [InlineData("a\r\n\r\nb", "a\n\nb")]
    [InlineData("a\tb", "a\tb")]
    [InlineData("<b>*&amp;</b> @channel", "<b>*&amp;</b> @channel")]
    [InlineData("hé 日本 👍🏽", "hé 日本 👍🏽")]
    public void What_is_typed_is_kept_as_typed(string typed, string kept) =>
        Assert.Equal((kept, null), (Evidence.Read(typed).Evidence?.Text, Evidence.Read(typed).Fault));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\r\n \u00A0\u3000")]
    public void Blank_text_is_no_evidence_and_no_fault(string? typed) => Assert.Equal((null, null), Evidence.Read(typed));

    [Theory]
    [InlineData("\u200B")]
    [InlineData("\u200B \u200C\n\u200D")]
    [InlineData("\uFEFF")]
    [InlineData("\u200E\u200F\u061C\u202A\u202C\u2066\u2069")]
    [InlineData("\u2028\u2029\u1680\u2003\u202F")]
    [InlineData("\u00AD\u2060\u2062\u206A\uFFF9")]
    [InlineData("\u115F\u1160\u3164\uFFA0")]
    [InlineData("\uFE0F\uFE00\u034F\u180E\u17B4\u2800")]
    [InlineData("\U000E0001\U000E0041\U000E0100")]
    public void Text_that_shows_nothing_is_blank(string typed) => Assert.Equal((null, null), Evidence.Read(typed));

    [Theory]
    [InlineData("👩\u200D💻 drew it")]
    [InlineData("❤\uFE0F")]
    [InlineData("می\u200Cخواهم")]
    [InlineData("\u2067שלום\u2069 they said")]
    [InlineData("🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F")]
    [InlineData("\u200B.")]
    [InlineData("한국어")]
    public void Invisible_characters_inside_real_text_are_kept(string typed) => Assert.Equal(typed, Evidence.Read(typed).Evidence?.Text);

    [Theory]
    [InlineData(3000, true)]
    [InlineData(3001, false)]
    [InlineData(2_000_000, false)]
    public void Three_thousand_characters_fit(int length, bool fits)
    {
        var (evidence, fault) = Evidence.Read(new string('x', length));

        Assert.Equal(fits ? length : null, evidence?.Text.Length);
        Assert.Equal(fits ? null : new EvidenceFault.TooLong(length), fault);
    }

    [Fact]
    public void The_length_is_what_remains_after_trimming_and_plain_line_ends()
    {
        Assert.NotNull(Evidence.Read($"  {new string('x', 3000)}  ").Evidence);
        Assert.NotNull(Evidence.Read($"a{string.Concat(Enumerable.Repeat("\r\n", 2998))}b").Evidence);
        Assert.IsType<EvidenceFault.TooLong>(Evidence.Read(string.Concat(Enumerable.Repeat("👍", 1501))).Fault);
    }

    [Theory]
    [InlineData("a\0b", "U+0000")]
    [InlineData("\0", "U+0000")]
    [InlineData("a\u0008b", "U+0008")]
    [InlineData("a\u001B[31mb", "U+001B")]
    [InlineData("a\u007Fb", "U+007F")]
    [InlineData("a\u009Fb", "U+009F")]
    [InlineData("a\uD83Db", "U+FFFD")]
    [InlineData("\uDC4D", "U+FFFD")]
    [InlineData("a\uDC4D\uD83Db", "U+FFFD")]
    [InlineData("a\uFFFDb", "U+FFFD")]
    public void Characters_that_nobody_sees_are_refused_by_name(string typed, string name)
    {
        var (evidence, fault) = Evidence.Read(typed);

        Assert.Null(evidence);
        Assert.Equal(new EvidenceFault.HiddenCharacter(name), fault);
    }

    [Theory]
    [InlineData("a\0b", "ab")]
    [InlineData("a\uD83Db", "ab")]
    [InlineData("a\r\n\u0007b", "a\nb")]
    public void What_was_refused_is_offered_again_without_them(string typed, string offered) =>
        Assert.Equal(offered, Evidence.WithoutHidden(typed));

    [Fact]
    public void What_is_offered_again_is_never_refused_for_them() =>
        Gen.Char.Array[0, 40].Select(chars => new string(chars)).Holds(typed =>
            Evidence.Read(Evidence.WithoutHidden(typed)).Fault is null);

    [Fact]
    public void What_was_read_reads_the_same_again() =>
        Gen.Char.Array[0, 40].Select(chars => new string(chars)).Holds(typed =>
            Evidence.Read(typed).Evidence is not { } evidence || evidence == Evidence.Read(evidence.Text).Evidence);

    [Fact]
    public void Evidence_is_equal_by_its_text() => Assert.Equal(Evidence.Read("a\r\nb").Evidence, Evidence.Read(" a\nb ").Evidence);

    [Fact]
    public void Nothing_but_reading_makes_evidence() =>
        Assert.Empty(typeof(Evidence).GetConstructors());
}
