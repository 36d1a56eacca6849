namespace ChatHiring.Tests.LoopFiles;

public sealed class LoopFileChecksTests
{
    [Theory]
    [InlineData("- stage: hiring-manager", "- stage: §recruiter-screen", "The stage 'recruiter-screen' is in the loop twice; it stands on line {0} already.", "- stage: recruiter-screen")]
    [InlineData("[ana@example.com, bo@example.com]", "[ana@example.com, §ANA@example.com]", "The address 'ana@example.com' is in the panel twice; it stands on line {0} already.", "panel: [ana@example.com")]
    [InlineData("email: bo@example.com\n    name: Bo Lind", "email: §ana@example.com\n    name: Bo Lind", "'ana@example.com' has another 'name' here than on line {0}. Give it once.", "email: ana@example.com")]
    [InlineData("[ana@example.com, bo@example.com]", "[ana@example.com, §{email: bo@example.com, zone: Europe/Oslo}]", "'bo@example.com' has another 'zone' here than on line {0}. Give it once.", "email: bo@example.com")]
    [InlineData("[ana@example.com, bo@example.com]", "[ana@example.com, §{email: rosa@example.com, roles: [interviewer]}]", "'rosa@example.com' has another 'roles' here than on line {0}. Give it once.", "email: rosa@example.com")]
    public void What_is_given_twice_is_refused(string place, string change, string reason, string first)
    {
        var line = Sample.Text[..Sample.Text.IndexOf(first, StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;
        Sample.Refuses(place, change, string.Format(System.Globalization.CultureInfo.InvariantCulture, reason, line));
    }

    [Fact]
    public void Ids_are_given_once()
    {
        var job = Sample.Text[Sample.Text.IndexOf("  - id: backend-engineer-2026", StringComparison.Ordinal)..Sample.Text.IndexOf("\nloops:", StringComparison.Ordinal)];
        Assert.Contains("The job 'backend-engineer-2026' is in the file twice", Reasons(job, job + job), StringComparison.Ordinal);
        var loop = Sample.Text[Sample.Text.IndexOf("  - id: jk-backend-2026", StringComparison.Ordinal)..];
        Assert.Contains("The loop 'jk-backend-2026' is in the file twice", Reasons(loop, loop + loop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("panel: [ana@example.com, bo@example.com]", "panel: [ana@example.com, §jamie@example.net]", "'jamie@example.net' is the candidate of this loop and cannot sit in its panels.")]
    [InlineData("panel: [ana@example.com, bo@example.com]", "panel: [ana@example.com, §{email: Jamie@Example.net}]", "'jamie@example.net' is the candidate of this loop and cannot sit in its panels.")]
    [InlineData("      name: Jamie Kim\n      email: jamie@example.net", "      §name: Jamie Kim\n      email: rosa@example.com", "'rosa@example.com' is the recruiter or hiring manager of this job and cannot be its candidate.")]
    [InlineData("      name: Jamie Kim\n      email: jamie@example.net", "      §name: Jamie Kim\n      email: dana@example.com", "'dana@example.com' is the recruiter or hiring manager of this job and cannot be its candidate.")]
    public void A_candidate_holds_no_part_in_their_own_loop(string place, string change, string reason) => Sample.Refuses(place, change, reason);

    [Fact]
    public void A_candidate_may_be_a_person_here() =>
        Assert.Equal("ana@example.com", Sample.With("panel: [ana@example.com, bo@example.com]", "panel: [bo@example.com]").People[2].Email);

    [Fact]
    public void A_job_that_names_candidates_by_code_needs_codes()
    {
        var edited = Edited.Of(Sample.Text, "candidate-names: initials", "candidate-names: code").Text;
        edited = edited.Replace("      code: C-17", "      #", StringComparison.Ordinal);
        Assert.Contains("The candidate has no 'code', but the job names its candidates by code.", Reasons(edited));
    }

    [Fact]
    public void A_job_that_is_not_in_the_file_is_left_to_the_database() =>
        Assert.Equal("elsewhere-7", Sample.With("    job: backend-engineer-2026", "    job: elsewhere-7").Loops[0].Job.Value);

    [Fact]
    public void Saying_the_same_of_a_person_twice_is_fine() =>
        Assert.Equal("Bo Lind", Sample.With("ana@example.com, bo@example.com]", "ana@example.com, {email: bo@example.com, name: Bo Lind, slack: U0123456}]").Loops[0].Interviews[3].Panel[1].Name);

    private static string Reasons(string place, string change) => string.Join('\n', Reasons(Edited.Of(Sample.Text, place, change).Text));

    private static IEnumerable<string> Reasons(string text) => ChatHiring.LoopFiles.LoopFile.Read(text).Faults.Select(fault => fault.Reason);
}
