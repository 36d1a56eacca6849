using ChatHiring.Files;
using ChatHiring.LoopFiles;

namespace ChatHiring.Tests.LoopFiles;

public sealed class LoopFileTextsTests
{
    private static readonly FileShape Shape = new("thing", [], ["of"]);

    [Theory]
    [InlineData("dana@example.com", true)]
    [InlineData("Dana.O'Kafor+hiring@mail.example.co.uk", true)]
    [InlineData("dana@bücher.example", true)]
    [InlineData("dana@example", false)]
    [InlineData("dana@@example.com", false)]
    [InlineData("@example.com", false)]
    [InlineData("dana@", false)]
    [InlineData("dana@.com", false)]
    [InlineData("dana@example..com", false)]
    [InlineData("dana o@example.com", false)]
    [InlineData("Dana <dana@example.com>", false)]
    [InlineData("a@example.com,b@example.com", false)]
    public void An_address_is_an_address(string text, bool fits) => Assert.Equal(fits, Read(text, fields => fields.Node("of") is { } node ? LoopFileTexts.Email(node, "It", fields.Faults) : null));

    [Theory]
    [InlineData("Europe/Berlin", true)]
    [InlineData("America/Argentina/Buenos_Aires", true)]
    [InlineData("UTC", true)]
    [InlineData("Asia/Calcutta", true)]
    [InlineData("europe/berlin", false)]
    [InlineData("UTC+2", false)]
    [InlineData("+02:00", false)]
    [InlineData("W. Europe Standard Time", false)]
    public void A_zone_is_an_IANA_id(string text, bool fits) => Assert.Equal(fits, Read(text, fields => fields.Zone("of")));

    [Theory]
    [InlineData("https://example.com/a?b=c#d", true)]
    [InlineData("http://example.com", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("example.com", false)]
    [InlineData("/a", false)]
    [InlineData("https://dana:secret@example.com", false)]
    [InlineData("https://example.com/a b", false)]
    [InlineData("https://example.com/<b>", false)]
    [InlineData("https://", false)]
    public void Web_addresses(string text, bool fits) => Assert.Equal(fits, Read(text, fields => fields.WebAddress("of")));

    [Theory]
    [InlineData("U0123456", true)]
    [InlineData("W0123456", true)]
    [InlineData("C0123456", false)]
    [InlineData("u0123456", false)]
    [InlineData("@dana", false)]
    public void Slack_members(string text, bool fits) => Assert.Equal(fits, Read(text, fields => fields.SlackMember("of")));

    [Theory]
    [InlineData("3f2504e0-4f89-41d3-9a0c-0305e82c3301", true)]
    [InlineData("{3f2504e0-4f89-41d3-9a0c-0305e82c3301}", false)]
    [InlineData("3f2504e04f8941d39a0c0305e82c3301", false)]
    public void Entra_objects(string text, bool fits) => Assert.Equal(fits, Read(text, fields => fields.EntraObject("of")?.ToString()));

    [Theory]
    [InlineData("2026-06-04T13:00+02:00", "2026-06-04T11:00:00.0000000+00:00")]
    [InlineData("2026-06-04T13:00Z", "2026-06-04T13:00:00.0000000+00:00")]
    [InlineData("2026-06-04T13:00:30-05:30", "2026-06-04T18:30:30.0000000+00:00")]
    [InlineData("2026-06-04T00:00+14:00", "2026-06-03T10:00:00.0000000+00:00")]
    public void Times_are_read_as_UTC(string text, string utc) => Assert.True(Read(text, fields => fields.Time("of") is { } time && time.ToString("o") == utc ? utc : null));

    [Theory]
    [InlineData("2026-06-04T13:00", "'of' of the thing needs its offset from UTC, such as 2026-06-04T13:00+02:00 or 2026-06-04T11:00Z, not '2026-06-04T13:00'.")]
    [InlineData("2026-06-04 13:00", "'of' of the thing needs its offset from UTC, such as 2026-06-04T13:00+02:00 or 2026-06-04T11:00Z, not '2026-06-04 13:00'.")]
    [InlineData("2026-06-04", "'of' of the thing must be a date and time from 2000 to 2099 such as 2026-06-04T13:00+02:00, not '2026-06-04'.")]
    [InlineData("2026-02-30T13:00+02:00", "'of' of the thing must be a date and time from 2000 to 2099 such as 2026-06-04T13:00+02:00, not '2026-02-30T13:00+02:00'.")]
    [InlineData("2026-06-04T24:00+02:00", "'of' of the thing must be a date and time from 2000 to 2099 such as 2026-06-04T13:00+02:00, not '2026-06-04T24:00+02:00'.")]
    [InlineData("2026-06-04T13:00+99:00", "'of' of the thing must be a date and time from 2000 to 2099 such as 2026-06-04T13:00+02:00, not '2026-06-04T13:00+99:00'.")]
    [InlineData("0001-01-01T00:00+14:00", "'of' of the thing must be a date and time from 2000 to 2099 such as 2026-06-04T13:00+02:00, not '0001-01-01T00:00+14:00'.")]
    [InlineData("next Tuesday", "'of' of the thing must be a date and time from 2000 to 2099 such as 2026-06-04T13:00+02:00, not 'next Tuesday'.")]
    [InlineData("٢٠٢٦-06-04T13:00Z", "'of' of the thing must be a date and time from 2000 to 2099 such as 2026-06-04T13:00+02:00, not '٢٠٢٦-06-04T13:00Z'.")]
    public void Other_times_are_refused(string text, string reason)
    {
        var fields = Fields(text);
        Assert.Null(fields.Time("of"));
        Assert.Equal([new FileFault(2, reason)], fields.Faults.InOrder());
    }

    private static bool Read(string text, Func<FileFields, string?> read)
    {
        var fields = Fields(text);
        var value = read(fields);
        Assert.Equal(value is null, fields.Faults.Any);
        return value is not null;
    }

    private static FileFields Fields(string text)
    {
        var scalar = new FileScalar(2, text, IsPlain: true);
        return FileFields.Of(new FileMapping(1, [new FileEntry(new FileScalar(2, "of", IsPlain: true), scalar)]), Shape, new FileFaults())
            ?? throw new InvalidOperationException();
    }
}
