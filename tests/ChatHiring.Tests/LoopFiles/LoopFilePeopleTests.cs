using ChatHiring.LoopFiles;

namespace ChatHiring.Tests.LoopFiles;

public sealed class LoopFilePeopleTests
{
    [Fact]
    public void A_person_is_read_in_full()
    {
        var person = Sample.Of("""
            people:
              - name: Dana Okafor
                email: Dana.Okafor@Example.com
                zone: Europe/Berlin
                roles: [administrator, recruiter, recruiter]
                slack: U0123456
                entra: 3f2504e0-4f89-41d3-9a0c-0305e82c3301
            """).People[0];
        Assert.Equal(
            (3, "dana.okafor@example.com", "Dana Okafor", "Europe/Berlin", "U0123456", Guid.Parse("3f2504e0-4f89-41d3-9a0c-0305e82c3301")),
            (person.Line, person.Email, person.Name, person.Zone, person.Slack, person.Entra));
        Assert.Equal([FileRole.Recruiter, FileRole.Administrator], person.Roles);
    }

    [Fact]
    public void What_is_not_said_of_a_person_is_null() =>
        Assert.Equal(new PersonEntry(1, "bo@example.com"), Sample.Of("people: [{email: bo@example.com}]").People[0]);

    [Fact]
    public void A_panel_takes_addresses_and_people_in_full()
    {
        var panel = Sample.With("[ana@example.com, bo@example.com]", "[ana@example.com, {email: bo@example.com, name: Bo Lind}]").Loops[0].Interviews[3].Panel;
        Assert.Equal([("ana@example.com", null), ("bo@example.com", "Bo Lind")], panel.Select(person => (person.Email, person.Name)));
    }

    [Theory]
    [InlineData("  - email: bo@example.com\n", "  - §emial: bo@example.com\n", "The person has no 'email'.")]
    [InlineData("    name: Bo Lind\n", "    §nmae: Bo Lind\n", "The person has an unknown key 'nmae'. Known here: email, name, zone, roles, slack, entra.")]
    [InlineData("    name: Bo Lind\n", "    name: §[Bo, Lind]\n", "'name' of the person must be a text, not a list.")]
    [InlineData("    name: Bo Lind\n", "    name: §''\n", "'name' of the person is empty.")]
    [InlineData("email: bo@example.com", "email: §bo.example.com", "'email' of the person must be an e-mail address such as dana@example.com, not 'bo.example.com'.")]
    [InlineData("email: bo@example.com", "email: §[bo@example.com]", "'email' of the person must be a text, not a list.")]
    [InlineData("Europe/Stockholm", "§CEST", "'zone' of the person must be a time zone such as Europe/Berlin, not 'CEST'.")]
    [InlineData("[recruiter, administrator] ", "§[boss] ", "An entry of 'roles' of the person must be one of interviewer, recruiter, administrator, not 'boss'.")]
    [InlineData("[recruiter, administrator] ", "§recruiter ", "'roles' of the person must be a list, not a single value.")]
    [InlineData("name: Bo Lind", "slack: §bo", "'slack' of the person must be a Slack member id such as U0123456, not 'bo'.")]
    [InlineData("name: Bo Lind", "entra: §bo", "'entra' of the person must be an Entra object id such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301, not 'bo'.")]
    [InlineData("[ana@example.com, bo@example.com]", "[ana@example.com, §bo]", "An entry of 'panel' of the interview must be an e-mail address such as dana@example.com, not 'bo'.")]
    [InlineData("[ana@example.com, bo@example.com]", "[ana@example.com, §null]", "An entry of 'panel' of the interview is empty.")]
    [InlineData("[ana@example.com, bo@example.com]", "[ana@example.com, §{name: Bo Lind}]", "The person has no 'email'.")]
    [InlineData("[ana@example.com, bo@example.com]", "§ana@example.com", "'panel' of the interview must be a list, not a single value.")]
    public void A_broken_person_is_refused(string place, string change, string reason) => Sample.Refuses(place, change, reason);

    [Fact]
    public void A_long_name_is_refused() =>
        Sample.Refuses("name: Bo Lind", "name: §" + new string('x', 201), "'name' of the person has 201 characters; at most 200 fit.");
}
