using ChatHiring.Files;
using ChatHiring.People;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.LoopFiles;

/// <summary>The people that a loop file mentions, wherever it mentions them. What the file does not say of somebody stays as it is.</summary>
internal sealed class ImportPeople(Import import)
{
    private readonly Dictionary<string, Person> _people = [];

    public ImportCount Count { get; private set; }

    /// <summary>Everybody the file mentions is known after <see cref="Run"/>.</summary>
    public Person this[PersonEntry entry] => _people[entry.Email];

    public async Task Run(LoopFile file, CancellationToken cancel)
    {
        var mentions = file.People
            .Concat(file.Jobs.SelectMany(job => new[] { job.Recruiter, job.HiringManager }))
            .Concat(file.Loops.SelectMany(loop => loop.Interviews).SelectMany(interview => interview.Panel))
            .GroupBy(mention => mention.Email).ToList();
        var emails = mentions.ConvertAll(person => person.Key);
        var known = await import.Db.People.AsTracking().Where(person => emails.Contains(person.Email)).ToDictionaryAsync(person => person.Email, cancel);
        foreach (var mention in mentions)
            await Take(Merged(mention), known.GetValueOrDefault(mention.Key), cancel);
    }

    // The file was refused if two mentions contradicted each other, so the first that says something says it for all.
    private static PersonEntry Merged(IEnumerable<PersonEntry> mentions) => mentions.Aggregate((said, also) => said with
    {
        Name = said.Name ?? also.Name,
        Zone = said.Zone ?? also.Zone,
        Roles = said.Roles ?? also.Roles,
        Slack = said.Slack ?? also.Slack,
        Entra = said.Entra ?? also.Entra,
    });

    private async Task Take(PersonEntry entry, Person? known, CancellationToken cancel)
    {
        var person = known ?? Added(entry);
        _people[entry.Email] = person;
        var before = (person.Name, person.ZoneId, person.IsRecruiter, person.IsAdministrator);
        person.Name = entry.Name ?? person.Name;
        person.ZoneId = entry.Zone ?? person.ZoneId;
        if (entry.Roles is { } roles)
            (person.IsRecruiter, person.IsAdministrator) = (roles.Contains(FileRole.Recruiter), roles.Contains(FileRole.Administrator));
        var linked = await Link(entry, person, "slack", entry.Slack, cancel) | await Link(entry, person, "teams", entry.Entra?.ToString(), cancel);
        // Who may not look after people could otherwise make themselves an administrator, or somebody else's account their own.
        if (import.By is { } by && !Permissions.LooksAfterPeople(by) && WasTouched())
            import.Faults.Add(entry.Line, $"Only an administrator can change the name, the time zone, the roles or the chat accounts of {FileFaults.Quote(entry.Email)}.");
        var change = known is null ? ImportChange.Added
            : linked || import.Db.Entry(person).State == EntityState.Modified ? ImportChange.Changed : ImportChange.Unchanged;
        Count = Count.And(change);
        import.Audit(change, "person", person.Id.Value);

        bool WasTouched() => known is null
            ? person.IsRecruiter || person.IsAdministrator
            : linked || before != (person.Name, person.ZoneId, person.IsRecruiter, person.IsAdministrator);
    }

    private Person Added(PersonEntry entry)
    {
        var person = new Person { Id = import.Ids.Next<PersonId>(), Email = entry.Email, Name = entry.Email.Split('@')[0] };
        import.Db.People.Add(person);
        return person;
    }

    private async Task<bool> Link(PersonEntry entry, Person person, string platform, string? externalId, CancellationToken cancel)
    {
        if (externalId is null)
            return false;
        if (await import.Db.ChatAccounts.AnyAsync(a => a.Platform == platform && a.ExternalId == externalId && a.PersonId != person.Id, cancel)
            || import.Db.ChatAccounts.Local.Any(a => a.Platform == platform && a.ExternalId == externalId && a.PersonId != person.Id))
        {
            import.Faults.Add(entry.Line, $"The {platform} account {FileFaults.Quote(externalId)} belongs to somebody else already.");
            return false;
        }

        var account = await import.Db.ChatAccounts.AsTracking().FirstOrDefaultAsync(a => a.Platform == platform && a.PersonId == person.Id, cancel);
        if (account?.ExternalId == externalId)
            return false;
        if (account is null)
            import.Db.ChatAccounts.Add(new ChatAccount { Id = import.Ids.Next<ChatAccountId>(), PersonId = person.Id, Platform = platform, ExternalId = externalId });
        else
            account.ExternalId = externalId;
        return true;
    }
}
