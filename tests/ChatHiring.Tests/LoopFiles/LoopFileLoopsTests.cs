using ChatHiring.LoopFiles;
using ChatHiring.Loops;

namespace ChatHiring.Tests.LoopFiles;

public sealed class LoopFileLoopsTests
{
    [Fact]
    public void A_loop_is_read_in_full()
    {
        var loop = Sample.LoopFile.Loops[0];
        Assert.Equal(("backend-engineer-2026", "jamie@example.net", "C-17"), (loop.Job.Value, loop.Candidate.Email, loop.Candidate.Code));
        Assert.Equal(("https://git.example.com/candidates/c-17/working-session", null), (loop.WorkingSessionOutput, loop.ReferenceNotes));
        Assert.Equal(["Give 25 % more time in the working session"], loop.Adjustments);
        var screen = loop.Interviews[0];
        Assert.Equal(("recruiter-screen", new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero), 30, null), (screen.Stage, screen.Start, screen.Minutes, screen.Dropped));
        Assert.Equal(TimeSpan.Zero, screen.Start?.Offset);
        Assert.Null(loop.Interviews[1].Minutes);
    }

    [Fact]
    public void Lines_lead_back_to_the_file()
    {
        var lines = Sample.Text.Split('\n');
        var loop = Sample.LoopFile.Loops[0];
        Assert.StartsWith("  - id: jk-backend-2026", lines[loop.Line - 1], StringComparison.Ordinal);
        Assert.StartsWith("    job: ", lines[loop.Job.Line - 1], StringComparison.Ordinal);
        Assert.StartsWith("      name: Jamie Kim", lines[loop.Candidate.Line - 1], StringComparison.Ordinal);
        Assert.All(loop.Interviews, interview => Assert.StartsWith($"      - stage: {interview.Stage}", lines[interview.Line - 1], StringComparison.Ordinal));
        Assert.All(loop.Interviews.SelectMany(interview => interview.Panel), person => Assert.Contains(person.Email, lines[person.Line - 1], StringComparison.Ordinal));
    }

    [Fact]
    public void A_stage_may_have_no_date_and_no_panel_yet_or_be_dropped()
    {
        var interviews = Sample.Of("""
            loops:
              - id: l
                job: j
                candidate: {name: Jamie Kim}
                interviews:
                  - stage: peer
                  - {stage: hiring-manager, start: , panel: []}
                  - stage: cross-functional
                    dropped: No partner team yet
            """).Loops[0].Interviews;
        Assert.All(interviews, interview => Assert.Equal((null, null, 0), (interview.Start, interview.Minutes, interview.Panel.Count)));
        Assert.Equal([null, null, "No partner team yet"], interviews.Select(interview => interview.Dropped));
    }

    [Theory]
    [InlineData("  - id: jk-backend-2026\n    job: backend-engineer-2026 ", "  - §id: jk-backend-2026\n    jobb: x ", "The loop has no 'job'.")]
    [InlineData("    candidate:\n", "    §candidat:\n", "The loop has an unknown key 'candidat'. Known here: id, job, candidate, working-session-output, reference-notes, adjustments, interviews.")]
    [InlineData("  - id: jk-backend-2026", "  - id: §J. Kim / 2026", "'id' of the loop must be made of letters, digits, '-', '_' and '.', and start with a letter or a digit, not 'J. Kim / 2026'.")]
    [InlineData("    candidate:\n      name: Jamie Kim", "    candidate:\n      §naem: Jamie Kim", "The candidate has no 'name'.")]
    [InlineData("      name: Jamie Kim", "      name: Jamie Kim\n      §phone: 5", "The candidate has an unknown key 'phone'. Known here: name, email, code.")]
    [InlineData("email: jamie@example.net", "email: §jamie", "'email' of the candidate must be an e-mail address such as dana@example.com, not 'jamie'.")]
    [InlineData("https://git.example.com", "§javascript:alert(1)//", "'working-session-output' of the loop must be a web address that starts with https:// or http:// and holds no password, not 'javascript:alert(1)///candidates/c-17/working-session'.")]
    [InlineData("      - Give 25 % more time", "      - §25 % more\n        time\ttwice", "An entry of 'adjustments' of the loop must stand on one line, without tabs.")]
    [InlineData("      - Give 25 % more time in the working session", "      - A break\n      - §a break", "'adjustments' of the loop lists 'a break' twice.")]
    [InlineData("      - Give 25 % more time in the working session", "      - \"§more\\0time\"", "An invisible character (U+0000) stands here. Remove it.")]
    [InlineData("    adjustments:\n      - Give 25 % more time in the working session", "    adjustments: §[a, b, c, d, e, f, g, h, i, j, k]", "'adjustments' of the loop has 11 entries; at most 10 fit.")]
    [InlineData("minutes: 30", "minutes: §840", "'minutes' of the interview must be a whole number from 5 to 480, not '840'.")]
    [InlineData("minutes: 30", "minutes: §4", "'minutes' of the interview must be a whole number from 5 to 480, not '4'.")]
    [InlineData("minutes: 30", "minutes: §half an hour", "'minutes' of the interview must be a whole number from 5 to 480, not 'half an hour'.")]
    [InlineData("2026-06-01T10:00+02:00", "§2026-06-01T10:00", "'start' of the interview needs its offset from UTC, such as 2026-06-04T13:00+02:00 or 2026-06-04T11:00Z, not '2026-06-01T10:00'.")]
    [InlineData("2026-06-01T10:00+02:00", "§Monday", "'start' of the interview must be a date and time from 2000 to 2099 such as 2026-06-04T13:00+02:00, not 'Monday'.")]
    [InlineData("- stage: peer", "- §stge: peer", "The interview has no 'stage'.")]
    [InlineData("- stage: peer", "- stage: §Peer interview", "'stage' of the interview must be made of small letters and digits, joined by single hyphens, such as 'hiring-manager', not 'Peer interview'.")]
    [InlineData("minutes: 30", "dropped: §Not needed", "A dropped interview has no start, no minutes and no panel. Remove them, or remove 'dropped'.")]
    [InlineData("      - stage: recruiter-screen", "      - §recruiter-screen\n      - stage: recruiter-screen", "The interview must be written as lines of 'key: value', not as a single value.")]
    public void A_broken_loop_is_refused(string place, string change, string reason) => Sample.Refuses(place, change, reason);

    [Fact]
    public void Long_texts_are_refused()
    {
        Sample.Refuses("name: Jamie Kim", "name: §" + new string('x', 201), "'name' of the candidate has 201 characters; at most 200 fit.");
        Sample.Refuses("- Give 25 % more time in the working session", "- §" + new string('x', 201), "An entry of 'adjustments' of the loop has 201 characters; at most 200 fit.");
        Sample.Refuses("minutes: 30", "dropped: §" + new string('x', 501), "'dropped' of the interview has 501 characters; at most 500 fit.");
    }
}
