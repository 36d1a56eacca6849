using ChatHiring.Files;

namespace ChatHiring.Tests.Files;

public sealed class FileFieldsTests
{
    private static readonly FileShape Shape = new("thing", ["name"], ["count", "on", "tags", "about", "day"]);

    public static TheoryData<string, int, string> Refused() => new()
    {
        { "- name: x", 1, "The thing must be written as lines of 'key: value', not as a list." },
        { "hello", 1, "The thing must be written as lines of 'key: value', not as a single value." },
        { "count: 1", 1, "The thing has no 'name'." },
        { "name:\ncount: 1", 1, "The thing has no 'name'." },
        { "name: x\nnmae: y", 2, "The thing has an unknown key 'nmae'. Known here: name, count, on, tags, about, day." },
        { "name: x\n\"\\u001b[2J\": y", 2, "An invisible character (U+001B) stands here. Remove it." },
        { "name: ''", 1, "'name' of the thing is empty." },
        { "name: '   '", 1, "'name' of the thing is empty." },
        { "name: [x]", 1, "'name' of the thing must be a text, not a list." },
        { "name: {x: y}", 1, "'name' of the thing must be a text, not a group of keys." },
        { "name: 12345678901", 1, "'name' of the thing has 11 characters; at most 10 fit." },
        { "name: \"a\\nb\"", 1, "'name' of the thing must stand on one line, without tabs." },
        { "name: \"a\\tb\"", 1, "'name' of the thing must stand on one line, without tabs." },
        { "name: x\ncount: 0", 2, "'count' of the thing must be a whole number from 1 to 1,000, not '0'." },
        { "name: x\ncount: 1001", 2, "'count' of the thing must be a whole number from 1 to 1,000, not '1001'." },
        { "name: x\ncount: 3.5", 2, "'count' of the thing must be a whole number from 1 to 1,000, not '3.5'." },
        { "name: x\ncount: five", 2, "'count' of the thing must be a whole number from 1 to 1,000, not 'five'." },
        { "name: x\ncount: '5'", 2, "'count' of the thing must be a whole number from 1 to 1,000, not '5'." },
        { "name: x\ncount: 99999999999", 2, "'count' of the thing must be a whole number from 1 to 1,000, not '99999999999'." },
        { "name: x\ncount: 1e2", 2, "'count' of the thing must be a whole number from 1 to 1,000, not '1e2'." },
        { "name: x\ncount: [1]", 2, "'count' of the thing must be a whole number from 1 to 1,000, not a list." },
        { "name: x\non: yes", 2, "'on' of the thing must be true or false, not 'yes'." },
        { "name: x\non: 'true'", 2, "'on' of the thing must be true or false, not 'true'." },
        { "name: x\ntags: a", 2, "'tags' of the thing must be a list, not a single value." },
        { "name: x\ntags: [a, b, c, d]", 2, "'tags' of the thing has 4 entries; at most 3 fit." },
        { "name: x\ntags:\n  - a\n  - A", 4, "'tags' of the thing lists 'A' twice." },
        { "name: x\ntags:\n  - a\n  -", 4, "An entry of 'tags' of the thing is empty." },
        { "name: x\nday: sunday", 2, "'day' of the thing must be one of late-evening, noon, not 'sunday'." },
        { "name: x\nday: 0", 2, "'day' of the thing must be one of late-evening, noon, not '0'." },
        { "name: x\nday: LateEvening", 2, "'day' of the thing must be one of late-evening, noon, not 'LateEvening'." },
    };

    private enum Day
    {
        LateEvening,
        Noon,
    }

    [Theory, MemberData(nameof(Refused))]
    public void What_does_not_fit_is_refused_with_its_line(string text, int line, string reason) =>
        Assert.Contains(new FileFault(line, reason), Read(text).Faults);

    [Fact]
    public void What_fits_is_read()
    {
        var (thing, faults) = Read("name: ' x '\ncount: 7\non: true\ntags: [a, b]\nabout: |\n  one\n  two\nday: noon");
        Assert.Empty(faults);
        Assert.Equal(("x", 7, true, "a,b", "one\ntwo", Day.Noon), thing);
    }

    [Fact]
    public void What_is_left_blank_is_not_there()
    {
        var (thing, faults) = Read("name: x\ncount:\non: ~\ntags: null\nabout:\nday:");
        Assert.Empty(faults);
        Assert.Equal(("x", null, null, "", "", Day.LateEvening), thing);
    }

    [Fact]
    public void Quoted_words_stay_words() => Assert.Equal("null", Read("name: 'null'").Thing?.Name);

    [Fact]
    public void Every_fault_of_a_group_is_listed() =>
        Assert.Equal([1, 1, 2, 3], Read("nmae: x\ncount: no\non: 1").Faults.Select(fault => fault.Line));

    [Fact]
    public void A_quote_is_short_and_inert()
    {
        Assert.Equal("'" + new string('x', 60) + "…'", FileFaults.Quote(new string('x', 5000)));
        Assert.Equal("'a?b'", FileFaults.Quote("a\u001bb"));
    }

    private static ((string Name, int? Count, bool? On, string Tags, string About, Day Day)? Thing, IReadOnlyList<FileFault> Faults) Read(string text)
    {
        var faults = new FileFaults();
        if (FileReader.Read(text, faults) is not { } node || FileFields.Of(node, Shape, faults) is not { } fields)
            return (null, faults.InOrder());
        var thing = (
            fields.Text("name", 10),
            fields.NumberOrNull("count", 1, 1000),
            fields.FlagOrNull("on"),
            string.Join(',', fields.Texts("tags", 3, 10)),
            fields.Prose("about", 100),
            fields.Choice<Day>("day"));
        return (thing, faults.InOrder());
    }
}
