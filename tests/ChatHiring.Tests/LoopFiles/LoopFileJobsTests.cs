using ChatHiring.Files;
using ChatHiring.Jobs;
using ChatHiring.LoopFiles;

namespace ChatHiring.Tests.LoopFiles;

public sealed class LoopFileJobsTests
{
    [Fact]
    public void A_job_is_read_in_full()
    {
        var job = Sample.LoopFile.Jobs[0];
        Assert.Equal(("Backend Engineer", "Senior", false, CandidateNames.Initials), (job.Title, job.Level, job.Confidential, job.CandidateNames));
        Assert.Equal(new BandEntry(85000, 105000, "EUR", BandPeriod.Year), job.Band);
        Assert.Equal(("rosa@example.com", "dana@example.com", "hiring-backend"), (job.Recruiter.Email, job.HiringManager.Email, job.Channel.Value));
        Assert.Equal((5, 3), (job.MustHaves.Count, job.NiceToHaves.Count));
    }

    [Fact]
    public void Lines_lead_back_to_the_file()
    {
        var lines = Sample.Text.Split('\n');
        var job = Sample.LoopFile.Jobs[0];
        Assert.StartsWith("  - id: backend-engineer-2026", lines[job.Line - 1], StringComparison.Ordinal);
        Assert.StartsWith("    pack: ", lines[job.Pack.Line - 1], StringComparison.Ordinal);
        Assert.StartsWith("    channel: ", lines[job.Channel.Line - 1], StringComparison.Ordinal);
        Assert.StartsWith("    recruiter: ", lines[job.Recruiter.Line - 1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("candidate-names: initials", "candidate-names: full-name", CandidateNames.FullName)]
    [InlineData("candidate-names: initials", "candidate-names: code", CandidateNames.Code)]
    [InlineData("candidate-names: initials", "", CandidateNames.Initials)]
    internal void Candidates_are_named_as_the_job_says(string place, string change, CandidateNames names) =>
        Assert.Equal(names, Sample.With(place, change).Jobs[0].CandidateNames);

    [Theory]
    [InlineData("    title: Backend Engineer\n", "    §titel: Backend Engineer\n", "The job has an unknown key 'titel'. Known here: id, title, level, pack, band, must-haves, recruiter, hiring-manager, channel, nice-to-haves, confidential, candidate-names.")]
    [InlineData("  - id: backend-engineer-2026    # yours: the number of the requisition, for example\n    title: Backend Engineer", "  - §id: backend-engineer-2026", "The job has no 'title'.")]
    [InlineData("  - id: backend-engineer-2026", "  - id: §../etc", "'id' of the job must be made of letters, digits, '-', '_' and '.', and start with a letter or a digit, not '../etc'.")]
    [InlineData("pack: backend-engineer ", "pack: §Backend Engineer ", "'pack' of the job must be made of small letters and digits, joined by single hyphens, such as 'hiring-manager', not 'Backend Engineer'.")]
    [InlineData("from: 85000", "from: §185000", "'from' of the band is more than its 'to'. Swap them.")]
    [InlineData("from: 85000", "from: §85.5", "'from' of the band must be a whole number from 0 to 1,000,000,000, not '85.5'.")]
    [InlineData("from: 85000", "from: §-1", "'from' of the band must be a whole number from 0 to 1,000,000,000, not '-1'.")]
    [InlineData("from: 85000", "from: §85k", "'from' of the band must be a whole number from 0 to 1,000,000,000, not '85k'.")]
    [InlineData("currency: EUR", "currency: §€", "'currency' of the band must be three capital letters such as EUR, not '€'.")]
    [InlineData("currency: EUR", "currency: §eur", "'currency' of the band must be three capital letters such as EUR, not 'eur'.")]
    [InlineData("per: year", "per: §week", "'per' of the band must be one of year, month, day, hour, not 'week'.")]
    [InlineData(", per: year", " §", "The band has no 'per'.")]
    [InlineData("band: {", "band: §85000 #", "The band must be written as lines of 'key: value', not as a single value.")]
    [InlineData("recruiter: rosa@example.com", "recruiter: §Rosa", "'recruiter' of the job must be an e-mail address such as dana@example.com, not 'Rosa'.")]
    [InlineData("hiring-manager: dana@example.com", "hiring-manager: §[dana@example.com]", "'hiring-manager' of the job must be a text, not a list.")]
    [InlineData("confidential: false", "confidential: §no", "'confidential' of the job must be true or false, not 'no'.")]
    [InlineData("candidate-names: initials", "candidate-names: §none", "'candidate-names' of the job must be one of initials, full-name, code, not 'none'.")]
    [InlineData("      - Knows PostgreSQL beyond everyday queries", "      - §Has helped less experienced engineers to grow", "'nice-to-haves' of the job lists 'Has helped less experienced engineers to grow' twice.")]
    [InlineData("      - Knows PostgreSQL beyond everyday queries", "      - §{a: b}", "An entry of 'nice-to-haves' of the job must be a text, not a group of keys.")]
    public void A_broken_job_is_refused(string place, string change, string reason) => Sample.Refuses(place, change, reason);

    [Theory]
    [InlineData("[]", "The job has no must-haves. The recruiter screen scores each of them, so write at least one.")]
    [InlineData("Go", "'must-haves' of the job must be a list, not a single value.")]
    [InlineData("[Go, '']", "An entry of 'must-haves' of the job is empty.")]
    [InlineData("[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31]", "'must-haves' of the job has 31 entries; at most 30 fit.")]
    public void Must_haves_that_cannot_be_scored_are_refused(string mustHaves, string reason) =>
        Assert.Contains(new FileFault(2, reason), LoopFile.Read($"jobs:\n  - {{id: j, must-haves: {mustHaves}}}").Faults);

    [Fact]
    public void Long_texts_are_refused()
    {
        Sample.Refuses("title: Backend Engineer", "title: §" + new string('x', 201), "'title' of the job has 201 characters; at most 200 fit.");
        Sample.Refuses("Knows PostgreSQL beyond everyday queries", "§" + new string('x', 501), "An entry of 'nice-to-haves' of the job has 501 characters; at most 500 fit.");
    }

    [Fact]
    public void Every_missing_key_is_listed() =>
        Assert.Equal(
            ["title", "level", "pack", "band", "must-haves", "recruiter", "hiring-manager", "channel"],
            LoopFile.Read("jobs: [{id: j}]").Faults.Select(fault => fault.Reason.Split('\'')[1]));
}
