using ChatHiring.Files;

namespace ChatHiring.LoopFiles;

/// <summary>What has to hold between the entries of a loop file.</summary>
internal static class LoopFileChecks
{
    public static void Check(LoopFile file, FileFaults faults)
    {
        RefuseTwice(file.Jobs.Select(job => new Lined<string>(job.Line, job.Id)), "The job", "the file", faults);
        RefuseTwice(file.Loops.Select(loop => new Lined<string>(loop.Line, loop.Id)), "The loop", "the file", faults);
        RefuseContradictions(file, faults);
        RefuseOneCandidateAsTwo(file, faults);
        foreach (var loop in file.Loops)
            CheckLoop(loop, file.Jobs.FirstOrDefault(job => job.Id == loop.Job.Value), faults);
    }

    private static void CheckLoop(LoopEntry loop, JobEntry? job, FileFaults faults)
    {
        RefuseTwice(loop.Interviews.Select(interview => new Lined<string>(interview.Line, interview.Stage)), "The stage", "the loop", faults);
        foreach (var interview in loop.Interviews)
            RefuseTwice(interview.Panel.Select(person => new Lined<string>(person.Line, person.Email)), "The address", "the panel", faults);
        LoopFileCandidates.CheckCode(loop.Candidate, job?.CandidateNames ?? default, faults);
        if (loop.Candidate.Email is { } email)
            LoopFileCandidates.KeepOut(email, loop, job?.Recruiter.Email == email || job?.HiringManager.Email == email, faults);
    }

    private static void RefuseTwice(IEnumerable<Lined<string>> names, string what, string where, FileFaults faults)
    {
        var first = new Dictionary<string, int>();
        foreach (var name in names.Where(name => name.Value.Length > 0))
            if (!first.TryAdd(name.Value, name.Line))
                faults.Add(name.Line, $"{what} {FileFaults.Quote(name.Value)} is in {where} twice; it stands on line {first[name.Value]} already.");
    }

    private static void RefuseContradictions(LoopFile file, FileFaults faults)
    {
        var seats = file.Loops.SelectMany(loop => loop.Interviews).SelectMany(interview => interview.Panel);
        var mentions = file.People.Concat(file.Jobs.SelectMany(job => new[] { job.Recruiter, job.HiringManager })).Concat(seats);
        foreach (var person in mentions.GroupBy(mention => mention.Email))
        {
            RefuseContradiction(person, "name", mention => mention.Name, faults);
            RefuseContradiction(person, "zone", mention => mention.Zone, faults);
            RefuseContradiction(person, "roles", mention => mention.Roles is { } roles ? string.Join(", ", roles) : null, faults);
            RefuseContradiction(person, "slack", mention => mention.Slack, faults);
            RefuseContradiction(person, "entra", mention => mention.Entra?.ToString(), faults);
        }
    }

    private static void RefuseOneCandidateAsTwo(LoopFile file, FileFaults faults)
    {
        foreach (var loops in file.Loops.Select(loop => loop.Candidate).Where(candidate => candidate.Email is not null).GroupBy(candidate => candidate.Email))
            foreach (var other in loops.Where(candidate => (candidate.Name, candidate.Code) != (loops.First().Name, loops.First().Code)))
                faults.Add(other.Line, $"The candidate {FileFaults.Quote(loops.First().Email ?? "")} has another name or code here than on line {loops.First().Line}. Write the same.");
    }

    private static void RefuseContradiction(IGrouping<string, PersonEntry> person, string key, Func<PersonEntry, string?> value, FileFaults faults)
    {
        var given = person.Where(mention => value(mention) is not null).ToList();
        foreach (var other in given.Where(mention => value(mention) != value(given[0])))
            faults.Add(other.Line, $"{FileFaults.Quote(person.Key)} has another '{key}' here than on line {given[0].Line}. Give it once.");
    }
}
